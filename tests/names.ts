import { createHash } from 'node:crypto';

/*
 * Names that stand nowhere on the site or in its code: those of private persons and of persons convicted. They are kept here as
 * the SHA-256 of lower-case words, or of two words that follow each other, so that this file does not name them either.
 */

const HASHES = new Set([
  '0335a9481c2fcb55553dcbb27d7cae37c39127ec7860f455b77f2ff2130b5676',
  '04b0ce66c20f0e8307896cefaa8a2e77ce4f4288570da82734d44e15cffd273e',
  '1494e611e93bd4af6619bafc01cf48fe3161dabce82feb899c718b191994de5b',
  '31aad4dbcb9720cacd13f38af0929250681bb419911d8d9b49795120fd3b096f',
  '4276bcf5bce056df19a486c98626d280e3369acb938d1ec12692ba0be9c094b0',
  '5b0813add7ae5bba0d575acdb1113325065d2f32c79413bce431bc16f9da10f3',
  '6bde5fec77dc2ff248104d21e8259874987cd98ee746d96ab9739a4971f30834',
  '7b64aac4c2ff97984fb6d26a4422bf20534c8e8cf6a4cba1c8744604789d11e0',
  '8e4be308759146fa83a8d06212b96f59a5d3a9d6b311b0c1a2b4c2ff8201b36f',
  '984e5b99a397f29a8c94e9d39e32c208dd485c9d964f3fd6beae46a8789e6452',
  'b9ade24799e0d3c94b99495e429ddd1f4d9faf8739a5c771a7aff5e42be6eea4',
  'b9e91edb616432390ade1c79369487b99f5a55c0656f90cba7164b24cff804ca',
  'ca9beccc306520a9ab9c2135359af81805a9de3b5970bea75b4c22f02410a36e',
  'e0fd4c8a02a0ec2b696c9692086195dcf384e5dafd63763584870c02d97ab86d',
  'e94a69b21dfffa73fff9c10f46f47af960d418cf40bd8b2fe4e1c2f5420a99ff',
  'f0d18ad6cf3f8fd5d4ef7d6374902e261a30761d8fc636329579f46cdf1c8189',
  'f29a396b6372d9044baf2c43bf9fafb3ddb001a92dbd05d4b0738a007e0e9b23',
  'fcce722fc3f62e8a9347ec915a2c44f2454e65be423e37c2c77d5e205ee411ec'
]);

const known = new Map<string, string>();

/** The SHA-256 of a word or two, worked out once. */
export const hashOf = (words: string): string => {
  let found = known.get(words);
  if (found === undefined) known.set(words, (found = createHash('sha256').update(words).digest('hex')));
  return found;
};

// The address of a source may hold a name, as its title may; our own addresses are relative and are read.
const ADDRESS = /https?:(?:\/|\\u002F|%2F){2}[^\s"'<>)\\,]+/gi;

/** The places of a text that name one of them, each with a few letters around it. */
export const namesIn = (text: string, names: ReadonlySet<string> = HASHES): string[] => {
  const plain = text.replace(ADDRESS, ' ');
  const words = [...plain.matchAll(/\p{L}+/gu)];
  return words.flatMap((word, i) => {
    const own = word[0].toLowerCase();
    const pair = `${own} ${words[i + 1]?.[0].toLowerCase() ?? ''}`;
    return names.has(hashOf(own)) || names.has(hashOf(pair))
      ? [plain.slice(Math.max(0, word.index - 30), word.index + 40)]
      : [];
  });
};
