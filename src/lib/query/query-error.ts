/**
 * What failed: the engine's start, a table on its way in, a question, or the engine itself while it was asked; or nothing
 * failed and the reader cancelled.
 */
export type QueryErrorKind = 'start' | 'load' | 'query' | 'stopped' | 'cancelled';

/** A question without an answer: what kept it from one, in words for the reader, and the SQL where there was any. */
export class QueryError extends Error {
  constructor(
    readonly kind: QueryErrorKind,
    message: string,
    readonly sql = '',
    options?: ErrorOptions
  ) {
    super(message, options);
    this.name = 'QueryError';
  }
}

/** Takes whatever was thrown and gives a QueryError with it as its cause; one that is already is left as it is. */
export const toQueryError = (error: unknown, kind: QueryErrorKind, sql = ''): QueryError =>
  error instanceof QueryError
    ? error
    : new QueryError(kind, error instanceof Error ? error.message : String(error), sql, { cause: error });

/** Whether the engine is in no state to go on: it did not start, or its memory is broken. */
export const isFatal = (error: unknown): boolean =>
  error instanceof WebAssembly.RuntimeError ||
  error instanceof RangeError ||
  (error instanceof QueryError && (error.kind === 'start' || isFatal(error.cause)));
