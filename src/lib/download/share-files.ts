import { formatDate } from '#lib/domain/index.ts';
import { chartTitle, type Heading } from '#lib/figures/time/heading.ts';
import { sourceLines, type Cited } from '#lib/figures/time/citation.ts';
import { toWorkbook, type WorkbookParts } from './workbook.ts';
import { saveBlob } from './download.ts';
import { toPng, toSvg } from './picture-file.ts';
import { today } from '#lib/ui/today.ts';

/** What a picture of a view is made of. */
interface PictureParts {
  heading: Heading;
  legend: string[];
  sources: Cited[];
  address: string;
  drawing: SVGSVGElement;
}

/** Hands a picture of the view to the reader, as PNG or SVG. */
export const savePicture = async (name: string, kind: 'png' | 'svg', of: PictureParts): Promise<void> => {
  const iso = today();
  const words = {
    title: chartTitle(of.heading),
    subtitle: of.heading.subtitle,
    legend: of.legend,
    sources: sourceLines(of.sources),
    address: of.address,
    date: { iso, words: formatDate(iso) }
  };
  const content = kind === 'png' ? await toPng(of.drawing, words) : toSvg(of.drawing, words).markup;
  saveBlob(`${name}.${kind}`, new Blob([content], { type: kind === 'png' ? 'image/png' : 'image/svg+xml' }));
};

/** Hands the rows of the view to the reader as a workbook with a cover sheet. The library is fetched when it is first needed. */
export const saveWorkbook = async (name: string, parts: Omit<WorkbookParts, 'date'>): Promise<void> => {
  const date = today();
  const { toXlsx } = await import('./workbook-file.ts');
  const { title, subtitle } = parts.heading;
  const bytes = await toXlsx(toWorkbook({ ...parts, date }), { title: `${title}. ${subtitle}`, date });
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  saveBlob(`${name}.xlsx`, new Blob([bytes], { type }));
};
