/** How a data set is called and what it holds, in plain words: what no column says. */
export interface DataSetText {
  title: string;
  description: string;
}

/** The words of every data set of `data/`, by name. */
export const DATA_SET_TEXTS: Readonly<Record<string, DataSetText>> = {
  children_looked_after: {
    title: 'Children looked after',
    description:
      'Children looked after at 31 March and those who started, ceased, were taken into care, sought asylum or were adopted, with rates per 10,000 children. Years ending 31 March.'
  },
  child_protection_plans: {
    title: 'Child protection plans',
    description:
      'Children subject of a child protection plan at 31 March (on the register before 2008), plans started and ended, repeated and long plans, with rates per 10,000 children. Years ending 31 March. The counts before and after 2009 come from different returns.'
  },
  child_protection_plans_by_category_of_abuse: {
    title: 'Child protection plans by category of abuse',
    description:
      'Children subject of a plan at 31 March and plans started, by the category of abuse first recorded on the plan, with counts by the latest category. Years ending 31 March. England, regions and authorities.'
  },
  children_in_need: {
    title: 'Children in need',
    description:
      'Children in need at 31 March, and episodes of need started, ended and open at any point in the year, with rates per 10,000 children. Years ending 31 March. Figures before 2013 count episodes in another way.'
  },
  children_starting_to_be_looked_after_by_need: {
    title: 'Children starting to be looked after, by category of need',
    description:
      'Children who started to be looked after during the year, by the main reason recorded. England, years ending 31 March.'
  },
  looked_after_by_legal_status: {
    title: 'Children looked after, by legal status',
    description: 'Children looked after at 31 March, by the legal ground on which they were looked after. England.'
  },
  referrals_and_assessments: {
    title: 'Referrals and assessments',
    description:
      'Referrals, repeat referrals, assessments, section 47 enquiries and initial child protection conferences, with rates per 10,000 children. Years ending 31 March.'
  },
  referrals_by_month: {
    title: 'Referrals by month',
    description: 'Referrals to children’s social care in each month. England.'
  },
  care_applications_by_month: {
    title: 'Care applications by month',
    description:
      'Care applications (section 31) received by Cafcass in each month, from single releases and tables, with gaps. England.'
  },
  care_applications_by_year: {
    title: 'Care applications by year',
    description:
      'Care applications (section 31) received by Cafcass in the year to 31 March: the number for England, and the rate per 10,000 children as printed for England and authorities.'
  },
  social_work_workforce: {
    title: 'Children’s social work workforce',
    description:
      'Vacancies, turnover, agency workers, absence, caseload and number of children’s social workers at 30 September. Here a rate is a percentage.'
  },
  population_aged_0_to_17: {
    title: 'Population aged 0 to 17',
    description:
      'Children aged 0 to 17 at mid-year: one series on today’s base, by which every rate of the project divides, and the estimates as used at the time.'
  },
  looked_after_by_placement: {
    title: 'Children looked after, by placement',
    description:
      'Children looked after at 31 March by where they were placed: foster care, children’s homes, with parents, placed for adoption and others, with shares and rates per 10,000 children. The categories change in 2016, 2020 and 2024. England, regions and authorities.'
  },
  looked_after_by_provider: {
    title: 'Children looked after, by provider of the placement',
    description:
      'Children looked after at 31 March by who provided the placement: the authority itself, another authority, private or voluntary providers, parents. England, regions and authorities.'
  },
  looked_after_by_location: {
    title: 'Children looked after, by location of the placement',
    description:
      'Children looked after at 31 March placed inside and outside the authority’s boundary, and up to or more than 20 miles from home. England, regions and authorities.'
  },
  looked_after_placement_stability: {
    title: 'Stability of placements',
    description:
      'Children looked after who had three or more placements in the year or in two years, and those who had lived in one placement for two years. Years ending 31 March. England, regions and authorities.'
  },
  looked_after_placement_detail_england: {
    title: 'Children looked after, by placement in detail',
    description:
      'Children looked after at 31 March by placement in finer categories, such as foster care with relatives or friends. England, from the edition of 2024: not to be put beside totals of the newer edition.'
  },
  looked_after_placement_provider_england: {
    title: 'Children looked after, by placement, location and provider',
    description:
      'Children looked after at 31 March by placement, by location inside or outside the authority’s boundary, and by provider. England.'
  },
  looked_after_by_age: {
    title: 'Children looked after, by age',
    description: 'Children looked after at 31 March by age group. England, regions and authorities.'
  },
  looked_after_by_sex: {
    title: 'Children looked after, by sex',
    description: 'Children looked after at 31 March, boys and girls. England, regions and authorities.'
  },
  looked_after_by_ethnicity: {
    title: 'Children looked after, by ethnicity',
    description: 'Children looked after at 31 March by ethnic group. England, regions and authorities.'
  },
  looked_after_legal_status_by_authority: {
    title: 'Children looked after, by legal status and authority',
    description:
      'Children looked after at 31 March by the legal ground on which they were looked after. England, regions and authorities; England alone before 2011 is in another data set.'
  },
  starting_to_be_looked_after: {
    title: 'Children starting to be looked after, in detail',
    description:
      'Children who started to be looked after during the year by main reason and age, and those taken into care. Years ending 31 March. England, regions and authorities.'
  },
  left_care_by_reason: {
    title: 'Children ceasing to be looked after, by reason',
    description:
      'Children who ceased to be looked after during the year by reason. The reasons were extended in 2015 and 2021. Years ending 31 March. England, regions and authorities.'
  },
  adoption_and_special_guardianship: {
    title: 'Adoption and special guardianship',
    description:
      'Children who ceased to be looked after through adoption or a special guardianship order during the year, by kind. Years ending 31 March. England, regions and authorities.'
  },
  adoption_timeliness: {
    title: 'Time to adoption',
    description:
      'Average months between the steps from entry into care to adoption, by age on entry. England, years ending 31 March.'
  },
  care_leavers: {
    title: 'Care leavers',
    description:
      'Young people who left care, by age group: in touch with the authority, in education, employment or training, and in suitable accommodation. Three populations that must not be joined: aged 19 until 2013, aged 19 to 21 from 2014, aged 17 to 18 from 2016. England, regions and authorities.'
  },
  care_leavers_accommodation: {
    title: 'Care leavers, by accommodation',
    description:
      'Care leavers by age group and kind of accommodation. Authorities and regions until 2021, England until 2024.'
  },
  care_leavers_staying_put: {
    title: 'Care leavers staying put',
    description:
      'Care leavers who ceased to be looked after in a foster placement and went on living with their former foster carers. England, regions and authorities.'
  },
  looked_after_health: {
    title: 'Health of children looked after',
    description:
      'Children looked after for at least 12 months: health assessments, dental checks, immunisations, substance misuse, convictions and the score of the Strengths and Difficulties Questionnaire (SDQ). Years ending 31 March. England, regions and authorities.'
  },
  looked_after_missing: {
    title: 'Children looked after who went missing',
    description:
      'Children looked after during the year who were missing from their placement or away without authorisation. Years ending 31 March. England, regions and authorities; only shares in the last year.'
  },
  looked_after_school_and_social_worker_changes: {
    title: 'Changes of school and of social worker',
    description:
      'Children looked after who changed school in the year, and those who changed social worker. Years ending 31 March, for a few years only. England, regions and authorities.'
  },
  assessment_factors: {
    title: 'Factors found at the end of assessments',
    description:
      'Factors recorded at the end of assessments during the year, such as domestic abuse or mental health. One assessment can have many factors, so shares add up to more than 100. Years ending 31 March. England, regions and authorities.'
  },
  assessment_and_conference_timeliness: {
    title: 'Timeliness of assessments, conferences and reviews',
    description:
      'Assessments completed in time, initial child protection conferences held within 15 working days, and plans reviewed in time. Years ending 31 March. England, regions and authorities.'
  },
  child_protection_plan_duration: {
    title: 'Length of child protection plans',
    description:
      'Child protection plans at 31 March and plans ended, by how long they had lasted. Years ending 31 March. England, regions and authorities.'
  },
  children_in_need_by_primary_need: {
    title: 'Children in need, by primary need',
    description: 'Children in need at 31 March by the primary need recorded. England, regions and authorities.'
  },
  referrals_by_source: {
    title: 'Referrals, by source',
    description:
      'Referrals during the year by who made them. Only the shares from police, schools and health services in the last years. Years ending 31 March. England, regions and authorities.'
  },
  inspections: {
    title: 'Inspections of children’s services',
    description:
      'Every inspection of a council’s children’s services by Ofsted, one row each, with its framework, dates and judgements. Judgements are numbers: 1 outstanding, 2 good, 3 requires improvement (adequate until 2013), 4 inadequate. The numbers are names of judgements: never average or rank them.'
  },
  spending: {
    title: 'Spending on children’s services',
    description:
      'What local authorities spent on children’s social care, in cash of the year, in all and per child aged 0 to 17 (section 251 return). Gross, with some lines net of income. Years ending 31 March. England, regions and authorities.'
  },
  spending_net: {
    title: 'Net spending on children’s social care',
    description:
      'Net current expenditure on children’s social care by line, in thousands of pounds, cash (revenue outturn RO3). Years ending 31 March. England and authorities.'
  },
  gdp_deflator: {
    title: 'Prices: GDP deflator',
    description:
      'The GDP deflator by which amounts of different years are put into the prices of one: amount over deflator times 100. United Kingdom, years ending 31 March.'
  },
  serious_incidents_and_child_deaths: {
    title: 'Serious incidents and child deaths',
    description:
      'Serious incidents that authorities notified, serious case reviews started, deaths of children from any cause and reviews of deaths completed. A notification is not a death. England, years ending 31 March, with gaps.'
  }
};
