import type { Passage } from '../passages.ts'
import type { Check, Report } from './check.types.ts'

type Form = {
  rule:
    | 'mark-doubled'
    | 'mark-clash'
    | 'ellipsis'
    | 'ellipsis-etc'
    | 'dash'
    | 'dunhao-between-marks'
    | 'document-number'
  pattern: RegExp
  mend: (found: string) => string | null
}

const forms: readonly Form[] = [
  {
    rule: 'mark-doubled',
    pattern: /([，、；：])\1+|。。(?!。)|“{2}(?=\p{Script=Han})|(?<=\p{Script=Han})”{2}|《《|》》/gu,
    mend: found => found.charAt(0),
  },
  {
    rule: 'mark-clash',
    pattern:
      /[，、；：][。；！？]|。[，、；：]|，[、；：]|、[，；：]|；[，、：]|：[，、；]|[（《][，。、；：！？]|[，、；：][）》]/g,
    // 。 behind a comma ends the sentence; else a person decides.
    mend: found => (/^[，、；]。$/.test(found) ? '。' : null),
  },
  { rule: 'ellipsis', pattern: /。{3,}|(?<![.\d])\.{3,}(?!\d)|(?<!…)…(?!…)|…{3,}/g, mend: () => '……' },
  {
    rule: 'ellipsis-etc',
    pattern: /……等等?(?=[，。；！？、]|$)|等等?……/g,
    mend: found => (found.startsWith('…') ? found.slice(2) : found.slice(0, -2)),
  },
  {
    rule: 'dash',
    pattern: /(?<=[\p{Script=Han}”》）])(?:-{2,}|－{2,}|—-|-—|─{2,}|——{2,})(?=[\p{Script=Han}“《（])/gu,
    mend: () => '——',
  },
  { rule: 'dunhao-between-marks', pattern: /(?<=”)、(?=“)|(?<=》)、(?=《)/g, mend: () => '' },
  {
    rule: 'document-number',
    pattern: /(?<=[发字办函文协通]|\p{Script=Han}党)[[【（(［](?:19|20)\d{2}[\]】）)］](?=\d{1,4}号)/gu,
    mend: found => `〔${found.slice(1, -1)}〕`,
  },
]

/** Forms of marks after GB/T 15834—2011 and GB/T 9704—2012. */
export const checkMarkForms: Check = ({ passages }, report) => {
  for (const passage of passages) {
    for (const { rule, pattern, mend } of forms)
      for (const match of passage.text.matchAll(pattern)) {
        const mended = mend(match[0])
        report(
          rule,
          passage,
          match.index,
          match.index + match[0].length,
          {},
          mended === null ? {} : { mend: mended },
        )
      }
    if (passage.part === 'headline' || passage.part === 'subtitle') headlineStop(passage, report)
  }
}

function headlineStop(passage: Passage, report: Report): void {
  const end = passage.text.trimEnd().length
  if (/[。，；、]/.test(passage.text.charAt(end - 1)))
    report('headline-stop', passage, end - 1, end, {}, { mend: '' })
}
