"""What the code of a visitor's profile is compressed against, by version of the code.

Frozen: a code that was sent once has to open for ever. What has become common since goes into a
dictionary of the next version.
"""

VERSION_1 = (
    """
aaham/cct,aaham/crce,aaham/crcp,aaham/crcs,aaham/crip,aao/ocs,aao/ocsr,aapc/canpc,aapc/cascc,aapc/
ccc,aapc/ccvtc,aapc/cdei,aapc/cdeo,aapc/cedc,aapc/cemc,aapc/centc,aapc/cfpc,aapc/cgic,aapc/cgsc,aa
pc/chonc,aapc/cimc,aapc/circc,aapc/cobgc,aapc/coc-a,aapc/copc,aapc/cosc,aapc/cpc-i,aapc/cpc-p,aapc
/cpcd,aapc/cpco,aapc/cpedc,aapc/cppm,aapc/crhc,aapc/cuc,acdis/ccds-o,ahima/ccs-p,ahima/cdip,ahima/
chda,ahima/chp,ahima/chps,ahima/chs,ahima/chts,ahima/cphi,ahima/pcs,aihc/chco,aihc/cmdp,aihc/icdct
-cm,aihc/ohcc,amba/cmrs,amca/erhc,amca/mcbc,amt/cmas,aoa/cpoc,bmsc/acs,bmsc/ccp-p,bmsc/hcs-c,bmsc/
hcs-d,bmsc/hcs-h,bmsc/hcs-o,bmsc/scp,ccb/chc,cchim/cccs,cchim/chim,ccma/cmas,cdia/ccds,hbma/chbme,
hfma/crcr,himaa/chim,ihrim/nccq,mab/cmbs,naham/chaa,ncct/ncics,nha/cehrs,occb/cos-c,pmba/cpmb,pmi/
cmc,pmi/cmco,pmi/cmis,pmi/cmom,rccb/rcc,rccb/rcciraapc/cpma,acdis/ccds,ahima/rhia,ahima/rhit,aapc/
crc,aapc/cic,aapc/coc,aapc/cpb,nha/cbcs,ahima/ccs,ahima/cca,aapc/cpc-a,aapc/cpccoding,inpatient-co
ding,billing,auditing,inpatient-cdi,outpatient-cdi,compliance,privacy-security,practice-management
,ehr,data-analysis,patient-access,healthcarecoding:none:1,billing:none:1,ehr:none:1,cdi:none:1,com
pliance:none:1,auditing:none:1,medical-office:none:1,practicode:none:1:ahima-pcap:aapc:nha:ncct:am
ca:amt:aihc:ccb:noneanatomy-physiology,medical-terminology,pathophysiology,pharmacology,reimbursem
ent,icd-coding,cpt-hcpcs-codingrn,lpn,md,do,pa,np,pharmd,pt,ot,slp,rt,attorney&months-auditing=0&m
onths-billing=0&months-coding=0&months-compliance=0&months-data-analysis=0&months-ehr=0&months-hea
lthcare=0&months-inpatient-cdi=0&months-inpatient-coding=0&months-outpatient-cdi=0&months-patient-
access=0&months-practice-management=0&months-privacy-security=0&education=none&education=high-scho
ol&education=some-college&education=associate&education=bachelor&education=master&education=doctor
ate&him-program=none&him-program=cahiim-associate&him-program=cahiim-bachelor&him-program=cahiim-m
aster&him-program=cahiim-post-baccalaureate&him-program=foreign-reciprocal&him-stage=final-term&hi
m-stage=coursework-done&him-stage=graduated&.where=new&.where=health-care&.where=working&.where=ho
lder&.draws=office&.draws=hospital&.draws=billing&.draws=documentation&.draws=auditing&.draws=risk
-adjustment&.draws=not-sure&.most=soon&.most=cheap&.most=pay&.most=from-home&.state=OH&.pay=48000&
.week=8&.student=yes&age=30&complete=yes&courses=unsure&credentials=none&education=high-school&him
-program=none&licenses=none&memberships=none&training=none&work=none&.where=new&.draws=office&.mos
t=soon&.picked=aapc/cpc,ahima/cca
""".replace("\n", "")
).encode()
