/** England's regions by nine-character code; Inner and Outer London (E13) are the halves of London. */
export const REGIONS: Readonly<Record<string, string>> = {
  E12000001: 'North East',
  E12000002: 'North West',
  E12000003: 'Yorkshire and The Humber',
  E12000004: 'East Midlands',
  E12000005: 'West Midlands',
  E12000006: 'East of England',
  E12000007: 'London',
  E12000008: 'South East',
  E12000009: 'South West',
  E13000001: 'Inner London',
  E13000002: 'Outer London'
};
