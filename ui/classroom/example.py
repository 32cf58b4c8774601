"""A class of made-up people, in a table that was not made for us."""

from cert_model.catalog import Catalog
from cert_model.classes import ClassTable, find_header, read_pasted

EXAMPLE = """\
Coding basics, evening group
Last name\tFirst name\tHighest education\tYears coding\tCerts\tRN license\tBilling experience\tSeat
Abara\tNkechi\tHS diploma\t0\t\tno\t6 months\t1
Aldana\tRosa\tGED\t0\tnone\tno\t2 years\t2
Bauer\tJonas\tAAS\t1\tCPC-A\tno\tnone\t3
Bell\tTamika\tsome college\t\t\tno\t\t4
Castillo\tInés\tBachelor's\t2\tCPC\tno\t1 year\t5
Chen\tMei\tBSN\t0\tnone\tyes\tnone\t6
Cole\tDarnell\tno diploma\t0\tnone\tno\tnone\t7
Dang\tLinh\tHS diploma\t3\tCCA\tno\t18 mo\t8
Diaz\tMarco\tHS diploma\t\t\tno\t\t9
Duarte\tLuísa\tAssociate\t4\tCPC, CRC\tno\tnone\t10
Ellis\tPriya\tMaster's\t0\tnone\tno\tnone\t11
Farah\tAmina\tGED\t0\tnone\tno\t8 months\t12
Fischer\tKlara\tin progress AAS\t1\tnone\tno\t1 year\t13
Gomez\tLuz\tHS diploma\tlots\tCPC\tno\t5 years\t14
Grant\tOwen\tno diploma\t1\tnone\tno\tnone\t15
Haddad\tSami\tBachelor's\t0\tnone\tno\tnone\t16
Ito\tKen\tHS diploma\t5\tCCS\tno\tnone\t17
Jensen\tMaja\tsome college\t0\t\tno\t3 months\t18
Kaur\tSimran\tAssociate\t2\tRHIT\tno\tnone\t19
Kim\tHana\tHS diploma\t0\tCBCS\tno\t2 years\t20
Lopez\tMaria\tHS diploma\t0\tnone\tno\tnone\t21
Lopez\tMaria\tADN\t0\tnone\tyes\tnone\t22
Moyo\tTendai\tGED\t6\tCPC\tno\t4 years\t23
Novak\tPetra\tBachelor's\t1\tnone\tmaybe\tnone\t24
Okoro\tEmeka\tno diploma\t0\tnone\tno\t1 year\t25
Patel\tRavi\tHS diploma\t0\tnone\tno\tnone\t26
Reyes\tJoy\tAssociate\t3\tCOC\tno\t2 years\t27
Silva\tCaio\tHS diploma\t\t\tno\t\t28
Tran\tBao\tsome college\t2\tCPC-A\tno\t6 months\t29
Young\tGrace\tHS diploma\t0\tnone\tno\tnone\t30
"""
"""Thirty people whose answers are in ordinary words, three of which mean nothing to us."""


def example_class(catalog: Catalog) -> ClassTable:
    """The table of the made-up class."""
    return find_header(catalog, read_pasted(EXAMPLE))
