"""What a plan costs: the part of the page Costs below its controls."""

import streamlit as st

from cert_model.costs import BadPlan
from cert_model.formatting.markdown import escape
from ui.components import fact_list
from ui.costs import sections, view_model
from ui.costs.view_model import CostsState
from ui.shell import address, person
from ui.shell.address_fields import Options
from ui.shell.resources import catalog


@st.fragment(key=sections.RESULT)
def draw(drawn: CostsState) -> None:
    """The bill of the plan as the controls are by now; ``drawn`` is the page's last state."""
    options = Options(catalog())
    state = address.reread(drawn, options)
    address.publish(state, options)
    try:
        shown = view_model.with_example(options.catalog, state)
        view = view_model.build(options.catalog, shown, person.visitor(options.catalog).passed)
    except BadPlan as error:
        st.error(escape(str(error)))
        return
    fact_list.style()
    sections.answer(view)

    st.header("Year by year")
    sections.by_year(view)

    st.header("The arithmetic")
    sections.arithmetic(view)
    sections.price_histories(view)

    st.header("What changes the total most")
    sections.what_moves_the_total(view)
