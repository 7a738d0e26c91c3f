/** A file that breaks no rule. */
export const GOOD = `time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,sex,need_group,need,population,children,children_rate
2009,Reporting year,National,E92000001,England,,,,,,Total,Total,Total,11000000,29000,26.4
2009,Reporting year,National,E92000001,England,,,,,,Girls,Total,Total,5400000,14000,25.9
2009,Reporting year,National,E92000001,England,,,,,,Boys,Total,Total,5600000,15000,26.8
2009,Reporting year,National,E92000001,England,,,,,,Total,Family,Abuse or neglect,11000000,20000,18.2
2009,Reporting year,National,E92000001,England,,,,,,Total,Child,Disability,11000000,9000,8.2
2009,Reporting year,Regional,E92000001,England,E13000001,Inner London,,,,Total,Total,Total,500000,1200,24
2009,Reporting year,Local authority,E92000001,England,E13000001,Inner London,309,E09000014,Haringey,Total,Total,Total,50000,c,c
2009,Reporting year,Local authority,E92000001,England,E13000001,Inner London,204,E09000012,Hackney,Total,Total,Total,50000,c,c
`;

export const META = `col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
sex,Filter,Sex,,,,,
need_group,Filter,Group of needs,,,,,
need,Filter,Need,,,,By main need,need_group
population,Indicator,Children aged 0 to 17,,,0,,
children,Indicator,Children in need,,,0,,
children_rate,Indicator,"Children in need, rate per 10,000 children",,,1,,
`;
