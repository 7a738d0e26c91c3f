/** What a file of the article holds, as it was written; throws where it does not arrive or cannot be read. */
export const fetchFile = async <T>(address: string): Promise<T> => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: expected an answer, found ${answer.status}`);
  return (await answer.json()) as T;
};

/** Does what may fail. Where it does, each of `words`, which say so, is shown, and its button tries again. */
export const orTryAgain = async (words: readonly HTMLElement[], act: () => Promise<void>): Promise<void> => {
  let failed = false;
  try {
    await act();
  } catch {
    failed = true;
  }
  for (const each of words) {
    each.hidden = !failed;
    each.querySelector('button')!.onclick = () => void orTryAgain(words, act);
  }
};
