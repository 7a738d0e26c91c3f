import { packDistricts, type Districts, type PackedDistricts } from '#lib/domain/index.ts';
import { rowsOf, type Tables } from '../read/table.ts';

/** The authorities of every postcode district as the tables have them, the likeliest first. */
const districtsOf = (tables: Tables): Districts =>
  new Map(
    rowsOf(tables, 'postcode_districts.csv').map((row) => [row.postcode_district!, row.old_la_codes!.split(' ')])
  );

/** The index by which a postcode finds its authorities, in a form small enough to be fetched while someone types. */
export const shapePostcodes = (tables: Tables): PackedDistricts[] => packDistricts(districtsOf(tables));
