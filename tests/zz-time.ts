import { fileOf, areas, estimatesOf } from './site.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { councilFigures } from '#lib/series/council-figures.ts';
import { changesBetween } from '#lib/series/changes.ts';
import { dispersionIn } from '#lib/series/estimates.ts';
const cpu=()=>{const {user,system}=process.cpuUsage();return (user+system)/1000;};
for (const slug of ['looked-after','children-in-need','looked-after','referrals','children-in-need']) {
  const m = measureOf(slug)!; const variant=m.variants[0]; const own=fileOf(slug); const base=fileOf(variant.denominator!.measure);
  let t=cpu();
  const f=councilFigures(variant,{own,base},areas);
  console.log(slug,'figures all years',cpu()-t); t=cpu();
  const d=dispersionIn({file:estimatesOf(slug),unit:'rate',period:'2025'}) as any;
  changesBetween(f,d,'2024','2025');
  console.log('  2024-25',cpu()-t); t=cpu();
  changesBetween(f,d,'2015','2025');
  console.log('  2015-25',cpu()-t);
}
