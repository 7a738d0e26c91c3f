import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type CompletionContext
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { PostgreSQL, SQLDialect, sql } from '@codemirror/lang-sql';
import { HighlightStyle, bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Problem } from '#lib/query/error-place.ts';
import { tablesNamed } from '#lib/query/tables-named.ts';

/** A table as the completion knows it. */
export interface CompletedTable {
  name: string;
  columns: string[];
}

interface EditorOptions {
  /** An element without content. The editor lives in its shadow tree, where its styles need no `<style>`, which the policy forbids. */
  host: HTMLElement;
  text: string;
  label: string;
  tables: CompletedTable[];
  onchange: (text: string) => void;
  onrun: () => void;
}

/** The editor as the page uses it. */
export interface SqlEditor {
  text: () => string;
  /** Puts another text in the place of what is there; the reader can undo it. */
  replace: (text: string) => void;
  /** Marks a mistake in place, or none. */
  mark: (problem: Problem | undefined) => void;
  focus: () => void;
  destroy: () => void;
}

// DuckDB's SQL is PostgreSQL's with words of its own; in our tables `period` and `rank` are columns.
const DUCKDB = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords: `${(PostgreSQL.spec.keywords ?? '').replace(/\b(period|rank)\b/g, '')} qualify pivot unpivot exclude summarize asof`
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--line-3)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--line-1)' },
  { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--line-5)' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: 'var(--muted)', fontStyle: 'italic' }
]);

const theme = EditorView.theme({
  '&': {
    minHeight: '10rem',
    maxHeight: '28rem',
    color: 'var(--ink)',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--strong-rule)',
    borderRadius: '3px',
    // Safari on a phone zooms in on a field with smaller letters.
    fontSize: '1rem'
  },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '2px' },
  '.cm-scroller': { overflow: 'auto', minHeight: '10rem', fontFamily: 'var(--mono)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { color: 'var(--muted)', backgroundColor: 'var(--raised)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--context)'
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--band)', outline: '1px solid var(--strong-rule)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy 2px var(--line-1)',
    textUnderlineOffset: '0.2em'
  },
  '.cm-tooltip': { color: 'var(--ink)', backgroundColor: 'var(--raised)', border: '1px solid var(--strong-rule)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--accent-ink)',
    backgroundColor: 'var(--accent)'
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--line-1)' }
});

/** Offers the columns of the tables that the statement names, which the SQL mode offers after a table's name alone. */
const columnsOfNamed = (tables: CompletedTable[]) => (context: CompletionContext) => {
  const { state, explicit, pos } = context;
  const word = context.matchBefore(/\w+/);
  if (!word && !explicit) return null;
  const from = word?.from ?? pos;
  if (state.sliceDoc(from - 1, from) === '.') return null;
  const found = new Map(
    tablesNamed(state.doc.toString(), tables).flatMap(({ name, columns }) => columns.map((column) => [column, name]))
  );
  return {
    from,
    validFor: /^\w*$/,
    options: [...found].map(([label, detail]) => ({ label, detail, type: 'property', boost: 1 }))
  };
};

/** Makes the editor in its host. */
export const createEditor = ({ host, text, label, tables, onchange, onrun }: EditorOptions): SqlEditor => {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const schema = Object.fromEntries(tables.map(({ name, columns }) => [name, columns]));
  const run = (): boolean => {
    onrun();
    return true;
  };
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
        lineNumbers(),
        highlightActiveLine(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ icons: false }),
        sql({ dialect: DUCKDB, schema, upperCaseKeywords: true }),
        DUCKDB.language.data.of({ autocomplete: columnsOfNamed(tables) }),
        syntaxHighlighting(colours),
        theme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', autocapitalize: 'off' }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onchange(state.doc.toString());
        }),
        // Tab indents; CodeMirror lets it leave the editor after Escape.
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...lintKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          indentWithTab
        ])
      ]
    })
  });
  const length = (): number => view.state.doc.length;
  return {
    text: () => view.state.doc.toString(),
    replace: (next) =>
      view.dispatch({
        changes: { from: 0, to: length(), insert: next },
        selection: { anchor: 0 },
        scrollIntoView: true
      }),
    mark: (problem) => {
      const found = problem && { from: Math.min(problem.from, length()), to: Math.min(problem.to, length()) };
      view.dispatch(
        setDiagnostics(view.state, found ? [{ ...found, severity: 'error', message: problem.message }] : []),
        found ? { selection: { anchor: found.from }, scrollIntoView: true } : {}
      );
    },
    focus: () => view.focus(),
    destroy: () => view.destroy()
  };
};
