const KINDS: Readonly<Record<string, string>> = {
  'Unitary Authorities': 'Unitary authority',
  'London Boroughs': 'London borough',
  'Metropolitan Districts': 'Metropolitan borough',
  Counties: 'County council',
  Region: 'Region'
};

const CITY_OF_LONDON = '201';

/** What kind of body an area is, by its key and by how the list of authorities has it: "London borough". */
export const kindOfBody = (key: string, type: string): string =>
  key === CITY_OF_LONDON ? 'City of London Corporation' : (KINDS[type] ?? type);
