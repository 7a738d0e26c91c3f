/*
 * Makes the heads of a table (`data-sort`) buttons that sort its rows: a head with `data-key="number"` by the `data-value` of its cells,
 * the highest first, rows without one last; one with `data-key="name"` by their text, as the page has them without this script.
 */

type Order = 'ascending' | 'descending';

const start = (table: HTMLTableElement): void => {
  const body = table.tBodies[0]!;
  const rows = [...body.rows].map((row, place) => ({ row, place }));
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th[data-key]')];

  const sort = (head: HTMLTableCellElement, order: Order): void => {
    const way = order === 'ascending' ? 1 : -1;
    const valueOf = (row: HTMLTableRowElement): number => Number(row.cells[head.cellIndex]!.dataset.value ?? NaN);
    rows.sort((a, b) => {
      if (head.dataset.key === 'name') return way * (a.place - b.place);
      const [x, y] = [valueOf(a.row), valueOf(b.row)];
      if (isNaN(x) || isNaN(y)) return Number(isNaN(x)) - Number(isNaN(y)) || a.place - b.place;
      return way * (x - y) || a.place - b.place;
    });
    body.append(...rows.map(({ row }) => row));
    for (const each of heads) each.ariaSort = each === head ? order : 'none';
  };

  for (const head of heads) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    const first: Order = head.dataset.key === 'name' ? 'ascending' : 'descending';
    const other: Order = first === 'ascending' ? 'descending' : 'ascending';
    button.addEventListener('click', () => sort(head, head.ariaSort === first ? other : first));
  }
  // The page has them by name.
  for (const head of heads) head.ariaSort = head.dataset.key === 'name' ? 'ascending' : 'none';
};

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sort]')) start(table);

export {};
