"""Makes everything that is shared before the first visitor comes."""

import gc

from cert_model import quality
from cert_model.content.claims import checked_claims
from cert_model.explore.credential_filters import credential_filters
from ui.charts import career_specs, cost_specs, exam_specs, explore_specs, quality_specs
from ui.charts.exam_specs import study_weeks
from ui.components.scope import scope_matrix
from ui.explore.result_rows import result_rows
from ui.explore.view_model import effort_rows
from ui.shell.resources import catalog


def warm_up() -> None:
    """Make all of it now, then take it out of the garbage collector's sight.

    A collection walks every object that the collector knows; the catalog and the
    imported libraries never become garbage, so they are frozen (anchored by
    ``runner.postScriptGC = false``, without which every run forces a full collection).
    """
    result_rows(catalog())
    scope_matrix(catalog())
    effort_rows(catalog())
    credential_filters(catalog()).counts({})
    checked_claims(catalog())
    for charts in (career_specs, cost_specs, exam_specs, explore_specs, quality_specs):
        charts.all_specs()
    study_weeks()
    quality.measure_coverage(catalog())
    quality.find_disputed(catalog())
    gc.collect()
    gc.freeze()
