import type { Area, PackedDistricts } from '#lib/domain/index.ts';
import { loadList } from '#lib/series/load.ts';
import { combobox } from './combobox.ts';
import { filesOfSearch } from './files-of-search.ts';

/** Makes the field of a search form find as one types. */
export const enhance = (form: HTMLFormElement, field: HTMLInputElement): void => {
  const files = filesOfSearch();
  combobox(
    {
      field,
      list: form.querySelector<HTMLElement>('[role=listbox]')!,
      message: form.querySelector<HTMLElement>('[aria-live]')!,
      hint: form.querySelector<HTMLElement>('.hint') ?? undefined
    },
    {
      areas: () => loadList<Area>('areas', files),
      districts: () => loadList<PackedDistricts>('postcodes', files),
      onpick: ({ slug }) => location.assign(`${files.base}areas/${slug}/`),
      submits: true
    }
  );
};
