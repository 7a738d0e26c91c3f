import { describe, expect, it, vi } from 'vitest';
import { Lazy } from './lazy.svelte.ts';

/** A Lazy whose requests the test answers by hand, in the order in which they were sent. */
const byHand = () => {
  const sent: { resolve: (value: string) => void; reject: (cause: unknown) => void }[] = [];
  const load = vi.fn(() => new Promise<string>((resolve, reject) => sent.push({ resolve, reject })));
  return { sent, load, lazy: new Lazy(load) };
};

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('one thing that is fetched', () => {
  it('is fetched once however often it is asked for, and then is here', async () => {
    const { sent, load, lazy } = byHand();
    expect(load).not.toHaveBeenCalled();
    lazy.need();
    lazy.prefetch();
    const promised = lazy.get();
    expect(lazy.value).toBeUndefined();
    sent[0]!.resolve('figures');
    await expect(promised).resolves.toBe('figures');
    await expect(lazy.get()).resolves.toBe('figures');
    expect(lazy.value).toBe('figures');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('says why it failed where it is needed, and is fetched again on the next try', async () => {
    const { sent, lazy } = byHand();
    lazy.need();
    sent[0]!.reject(new Error('no connection'));
    await settle();
    expect(lazy.failed?.message).toBe('no connection');
    lazy.need();
    expect(lazy.failed).toBeUndefined();
    sent[1]!.resolve('figures');
    await settle();
    expect(lazy.value).toBe('figures');
  });

  it('tells no failure of what was fetched ahead, and fetches it again when it is needed', async () => {
    const { sent, load, lazy } = byHand();
    lazy.prefetch();
    sent[0]!.reject(new Error('no connection'));
    await settle();
    expect(lazy.failed).toBeUndefined();
    lazy.need();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('tells the failure of what was fetched ahead and needed meanwhile', async () => {
    const { sent, lazy } = byHand();
    lazy.prefetch();
    lazy.need();
    sent[0]!.reject('odd');
    await settle();
    expect(lazy.failed?.message).toBe('odd');
  });

  it('does not wait for another one', async () => {
    const [first, second] = [byHand(), byHand()];
    first.lazy.need();
    second.lazy.need();
    expect(second.load).toHaveBeenCalledTimes(1);
    second.sent[0]!.resolve('events');
    await settle();
    expect([first.lazy.value, second.lazy.value]).toEqual([undefined, 'events']);
  });
});
