import { unpackDistricts, type Area, type Districts, type PackedDistricts } from '#lib/domain/index.ts';
import { find, needsDistricts, type Finding } from './find.ts';

/** What a field that finds councils is made of; all stand in the page, so that it can be prerendered. */
interface ComboboxParts {
  field: HTMLInputElement;
  list: HTMLElement;
  message: HTMLElement;
  /** Stands where the message does while there is none. */
  hint?: HTMLElement | undefined;
}

interface ComboboxChoices {
  /** Fetches the areas; called when the field first gets the focus, and again where that failed. */
  areas: () => Promise<Area[]>;
  /** Fetches the postcodes; called once what is typed looks like one. */
  districts: () => Promise<PackedDistricts[]>;
  onpick: (area: Area) => void;
  /** Keys of areas that are not offered. */
  without?: () => readonly string[];
  /** Whether Enter without a list does what it does in a form. */
  submits?: boolean;
}

type Phase = 'idle' | 'loading' | 'ready' | 'failed';

const LATE: Record<'areas' | 'districts', Partial<Record<Phase, string>>> = {
  areas: {
    loading: 'Fetching the list of councils…',
    failed: 'The list of councils did not arrive. Type again to try once more, or use the list of all councils.'
  },
  districts: {
    loading: 'Fetching the list of postcodes…',
    failed: 'The list of postcodes did not arrive. Type again to try once more, or type the council’s name.'
  }
};

const optionOf = ({ label, hint }: Finding['hits'][number]): HTMLElement => {
  const option = document.createElement('li');
  option.role = 'option';
  option.append(label);
  if (hint) {
    const note = document.createElement('span');
    note.append(hint);
    option.append(note);
  }
  return option;
};

/**
 * Makes a field find areas by name, code or postcode, after the ARIA Authoring Practices' combobox with a list. Gives what
 * takes that back.
 */
export const combobox = (parts: ComboboxParts, choices: ComboboxChoices): (() => void) => {
  const { field, list, message, hint } = parts;
  const phases: Record<'areas' | 'districts', Phase> = { areas: 'idle', districts: 'idle' };
  let areas: Area[] = [];
  let districts: Districts | undefined;
  let found: Finding = { hits: [], message: '' };
  let open = false;
  let current = 0;
  // Enter was pressed before the list came; it counts when the list is here.
  let hurried = false;

  const expanded = () => open && found.hits.length > 0;
  const late = (): string => {
    const part = phases.areas === 'ready' && needsDistricts(field.value) ? 'districts' : 'areas';
    if (phases.areas === 'failed') return LATE.areas.failed!;
    return open && field.value.trim() ? (LATE[part][phases[part]] ?? '') : '';
  };

  const show = () => {
    const needed = phases.areas === 'ready' && (phases.districts === 'ready' || !needsDistricts(field.value));
    found = needed
      ? find(
          areas.filter(({ level }) => level !== 'National'),
          field.value,
          districts,
          choices.without?.()
        )
      : { hits: [], message: '' };
    current = Math.min(current, Math.max(0, found.hits.length - 1));
    const options = expanded() ? found.hits.map(optionOf) : [];
    options.forEach((option, i) => {
      option.id = `${field.id}-${i}`;
      option.ariaSelected = String(i === current);
    });
    list.replaceChildren(...options);
    list.classList.toggle('open', expanded());
    field.ariaExpanded = String(expanded());
    if (expanded()) field.setAttribute('aria-activedescendant', `${field.id}-${current}`);
    else field.removeAttribute('aria-activedescendant');
    const says = late() || (open ? found.message : '');
    if (message.textContent !== says) message.textContent = says;
    if (hint) hint.hidden = says !== '';
  };

  const pick = (area: Area | undefined) => {
    if (!area) return;
    field.value = '';
    open = false;
    show();
    choices.onpick(area);
  };

  const fetchPart = async <T>(part: 'areas' | 'districts', ask: () => Promise<T>, keep: (value: T) => void) => {
    if (phases[part] === 'ready' || phases[part] === 'loading') return;
    phases[part] = 'loading';
    show();
    try {
      keep(await ask());
      phases[part] = 'ready';
    } catch {
      phases[part] = 'failed';
    }
    show();
    if (hurried && late() === '') pick(found.hits[0]?.area);
  };

  const ready = () => {
    void fetchPart('areas', choices.areas, (value) => (areas = value));
    if (needsDistricts(field.value))
      void fetchPart('districts', choices.districts, (value) => (districts = unpackDistricts(value)));
  };

  const typing = () => {
    open = true;
    hurried = false;
    current = 0;
    ready();
    show();
  };

  const leave = () => {
    open = hurried = false;
    show();
  };

  const step = (by: 1 | -1) => {
    if (open) current = (current + by + found.hits.length) % found.hits.length;
    open = true;
    show();
    document.getElementById(`${field.id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  };

  const key = (event: KeyboardEvent) => {
    const waits = phases.areas === 'loading' || (needsDistricts(field.value) && phases.districts === 'loading');
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && found.hits.length) step(1);
    else if (event.key === 'ArrowUp' && found.hits.length) step(-1);
    else if (event.key === 'Enter' && waits && field.value.trim()) hurried = true;
    else if (event.key === 'Enter' && (expanded() || !choices.submits))
      pick(expanded() ? found.hits[current]?.area : undefined);
    else if (event.key === 'Escape' && (open || field.value)) {
      if (open) open = false;
      else field.value = '';
      show();
    } else return;
    event.preventDefault();
  };

  // The field keeps the focus and the keyboard; an option is only clicked.
  const hold = (event: Event) => event.preventDefault();
  const click = ({ target }: Event) => {
    const at = [...list.children].findIndex((option) => target instanceof Node && option.contains(target));
    pick(found.hits[at]?.area);
  };

  const attributes: Record<string, string> = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id
  };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  const stop = new AbortController();
  const { signal } = stop;
  field.addEventListener('input', typing, { signal });
  field.addEventListener('focus', ready, { signal });
  field.addEventListener('blur', leave, { signal });
  field.addEventListener('keydown', key, { signal });
  list.addEventListener('pointerdown', hold, { signal });
  list.addEventListener('click', click, { signal });
  // What was typed before this code came counts.
  if (document.activeElement === field) (field.value ? typing : ready)();
  return () => stop.abort();
};
