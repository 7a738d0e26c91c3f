import { REGIONS } from '#lib/domain/regions.ts';
import { quote } from '#lib/screening/problem.ts';
import type { RowFault } from '#lib/screening/rule.ts';
import * as is from '../cell-types.ts';
import type { References } from '../references.ts';
import { codesBelong, inOrder } from '../row-tests.ts';
import type { Schema } from '../schema.ts';

const TYPES = ['Counties', 'London Boroughs', 'Metropolitan Districts', 'Unitary Authorities'];
const CLOSENESS = ['Extremely close', 'Very close', 'Close', 'Somewhat close', 'Not close'];

const outwardCode: is.CellType = (cell) =>
  /^[A-Z]{1,2}\d[A-Z\d]?$/.test(cell) ? undefined : 'is not the first half of a postcode (N17)';

const shortName: is.CellType = (cell) =>
  /^[A-Za-z&]{2,4}$/.test(cell) ? undefined : 'is not two to four letters (Hgy)';

/** The schemas of the files about authorities: which there are, their neighbours, deprivation and postcodes. */
export const schemasOfAuthorities = (to: References): Schema[] => {
  const authority = is.keyOf(to.authorities, 'the three-digit code of an authority');
  const code = is.keyOf(to.codes, 'the nine-character code of an authority');
  return [
    {
      file: 'local_authorities.csv',
      key: ['new_la_code'],
      columns: {
        new_la_code: is.text,
        old_la_code: is.integer,
        la_name: is.text,
        region_code: is.oneOf(Object.keys(REGIONS)),
        region_name: is.oneOf(Object.values(REGIONS)),
        type: is.oneOf(TYPES),
        start: is.optional(is.day),
        end: is.optional(is.day),
        successors: is.optional(is.listOf(code)),
        easting_km: is.number,
        northing_km: is.number,
        area_km2: is.number
      },
      between: (row) => [
        ...(row.start && row.end ? inOrder(row, 'start', 'end') : []),
        ...(REGIONS[row.region_code ?? ''] === row.region_name
          ? []
          : [
              ['region_name', quote(row.region_name ?? ''), `is not the name of ${row.region_code}`] satisfies RowFault
            ]),
        ...(Boolean(row.end) === Boolean(row.successors)
          ? []
          : [
              [
                'successors',
                quote(row.successors ?? ''),
                'and end belong together, expected both or neither'
              ] satisfies RowFault
            ])
      ]
    },
    {
      file: 'statistical_neighbours.csv',
      key: ['model', 'old_la_code', 'rank'],
      columns: {
        model: is.integer,
        old_la_code: authority,
        rank: is.oneOf(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']),
        neighbour_old_la_code: authority,
        closeness: is.oneOf(CLOSENESS)
      },
      between: (row) =>
        row.old_la_code === row.neighbour_old_la_code
          ? [['neighbour_old_la_code', quote(row.old_la_code ?? ''), 'is the authority itself, expected another']]
          : []
    },
    {
      file: 'deprivation.csv',
      key: ['edition', 'new_la_code'],
      columns: {
        edition: is.oneOf(['2015', '2019', '2025']),
        new_la_code: code,
        old_la_code: authority,
        imd_average_score: is.number,
        idaci_average_score: is.optional(is.number)
      },
      between: (row) => codesBelong(row, to)
    },
    {
      file: 'tile_map.csv',
      key: ['old_la_code'],
      columns: {
        old_la_code: authority,
        la_name: is.text,
        tile_column: is.integer,
        tile_row: is.integer,
        short_name: shortName
      }
    },
    {
      file: 'postcode_districts.csv',
      key: ['postcode_district'],
      columns: { postcode_district: outwardCode, old_la_codes: is.listOf(authority) }
    }
  ];
};
