import { zip } from './zip.ts';

/** A cell: a number, a text, or nothing. */
export type Cell = number | string | null;

/** A sheet of a workbook: its rows from the top, and how it looks. */
interface WorkbookSheet {
  name: string;
  rows: readonly (readonly Cell[])[];
  /** Widths of the columns in letters. */
  widths: readonly number[];
  /** Rows that are set in bold, counted from 0. */
  bold: readonly number[];
  /** Whether the first row stays in sight. */
  freeze?: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The letters of a column, counted from 0: A, B, …, Z, AA. */
const letters = (at: number): string =>
  (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));

/** The texts of a workbook, each once, by their place. */
type Texts = Map<string, number>;

const placeOf = (texts: Texts, text: string): number => {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, texts.size);
  return texts.size - 1;
};

const cellXml = (cell: Cell, at: string, style: string, texts: Texts): string => {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"${style}><v>${cell}</v></c>`;
  return `<c r="${at}"${style} t="s"><v>${placeOf(texts, cell)}</v></c>`;
};

const textsXml = (texts: Texts): string =>
  `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${texts.size}">${[...texts.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`;

const sheetXml = ({ rows, widths, bold, freeze }: WorkbookSheet, texts: Texts): string => {
  const view = freeze ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : '';
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const names = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, x) => letters(x));
  const body = rows.map((row, y) => {
    const style = bold.includes(y) ? ' s="1"' : '';
    const cells = row.map((cell, x) => cellXml(cell, `${names[x]}${y + 1}`, style, texts));
    return `<row r="${y + 1}">${cells.join('')}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${view}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${body.join('')}</sheetData></worksheet>`;
};

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

/** The parts of a workbook after ECMA-376, by their place in the package. */
const partsOf = (sheets: readonly WorkbookSheet[], title: string): [path: string, xml: string][] => {
  const numbered = sheets.map((sheet, i) => ({ sheet, id: i + 1 }));
  const texts: Texts = new Map();
  const written = numbered.map(({ sheet, id }): [string, string] => [
    `xl/worksheets/sheet${id}.xml`,
    sheetXml(sheet, texts)
  ]);
  const after = sheets.length + 1;
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${numbered.map(({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
    ],
    [
      'docProps/core.xml',
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(title)}</dc:title><dc:creator>Per 10,000</dc:creator></cp:coreProperties>`
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbered.map(({ sheet, id }) => `<sheet name="${escape(sheet.name)}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>`
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${numbered.map(({ id }) => `<Relationship Id="rId${id}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="rId${after}" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId${after + 1}" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
    ],
    ['xl/styles.xml', STYLES],
    ['xl/sharedStrings.xml', textsXml(texts)],
    ...written
  ];
};

/** Writes a workbook as XLSX. The same sheets give the same bytes. */
export const toXlsx = (sheets: readonly WorkbookSheet[], title: string): Uint8Array => zip(partsOf(sheets, title));
