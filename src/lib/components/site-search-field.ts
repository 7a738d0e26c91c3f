import type { Area, PackedDistricts } from '$lib/domain';
import { loadList } from '$lib/series/load';
import { combobox } from './combobox';

/** Makes the field of the site's search form find as one types; the form's address says where the site stands. */
export const enhance = (form: HTMLFormElement, field: HTMLInputElement): void => {
  const base = new URL('..', form.action).href;
  combobox(
    {
      field,
      list: form.querySelector<HTMLElement>('[role=listbox]')!,
      message: form.querySelector<HTMLElement>('[aria-live]')!
    },
    {
      areas: () => loadList<Area>('areas', base),
      districts: () => loadList<PackedDistricts>('postcodes', base),
      onpick: ({ slug }) => location.assign(`${base}areas/${slug}/`),
      submits: true
    }
  );
};
