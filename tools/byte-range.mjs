/**
 * The bytes that a Range header asks for, "beyond" where the file has none of them, or null where the header is to be ignored:
 * it is malformed, or asks for several ranges at once.
 * @param {string} header
 * @param {number} size the bytes that the file has
 * @returns {{ start: number, end: number } | 'beyond' | null} first and last byte, both of the range
 */
export function rangeOf(header, size) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/i.exec(header.trim()) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '')
    return Number(last) > 0 && size > 0 ? { start: Math.max(0, size - Number(last)), end: size - 1 } : 'beyond';
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start < size ? { start, end } : 'beyond';
}
