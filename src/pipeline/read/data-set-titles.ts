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
      'Children subject of a plan at 31 March and plans started, by the category of abuse first recorded on the plan. England, years ending 31 March.'
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
  }
};
