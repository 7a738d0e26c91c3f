import { describe, expect, it } from 'vitest';
import { copyLink, hasShareSheet, shareLink } from './share-link.ts';

/** A device that writes down what it is given; Node has no share sheet and no clipboard. */
const device = (fails: { share?: string; copy?: boolean } = {}) => {
  const given: unknown[] = [];
  const share = async (data?: ShareData) => {
    if (fails.share) throw Object.assign(new Error('no'), { name: fails.share });
    given.push(data);
  };
  const writeText = async (text: string) => {
    if (fails.copy) throw new Error('no');
    given.push(text);
  };
  return { given, share, clipboard: { writeText } as Clipboard };
};

const URL = 'https://example.org/trends/looked-after/?areas=309';

describe('a link', () => {
  it('goes to the share sheet with its title', async () => {
    const phone = device();
    expect(await shareLink(phone, 'Children looked after', URL)).toBe('shared');
    expect(phone.given).toEqual([{ title: 'Children looked after', url: URL }]);
  });

  it('is left alone where the reader closed the sheet', async () => {
    const phone = device({ share: 'AbortError' });
    expect(await shareLink(phone, 'Children looked after', URL)).toBe('cancelled');
    expect(phone.given).toEqual([]);
  });

  it('is copied where the sheet does not open, or there is none', async () => {
    const phone = device({ share: 'NotAllowedError' });
    expect(await shareLink(phone, 'Children looked after', URL)).toBe('copied');
    expect(phone.given).toEqual([URL]);
    expect(await shareLink({ clipboard: device().clipboard }, 'Children looked after', URL)).toBe('copied');
  });

  it('is refused where the browser lets no page copy', async () => {
    expect(await copyLink(device({ copy: true }), URL)).toBe('refused');
    expect(await copyLink({}, URL)).toBe('refused');
  });

  it('is offered to a sheet on a touch screen that has one', () => {
    expect(hasShareSheet(device(), true)).toBe(true);
    expect(hasShareSheet(device(), false)).toBe(false);
    expect(hasShareSheet({}, true)).toBe(false);
  });
});
