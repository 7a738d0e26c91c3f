/** The columns of time and geography that the standard asks of every file, in its order. */
export const IDENTIFIERS = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'country_name',
  'region_code',
  'region_name',
  'old_la_code',
  'new_la_code',
  'la_name'
] as const;
