/** What typesetting found on the pages, in words. */
import type { LayoutRemark } from '@jianbao/proofreading/contract'
import type { ConformityRule } from '@jianbao/typesetting/contract'
import type { LayoutFault } from '../../contract/index.ts'

type Words = { readonly zh: string; readonly en: string; readonly serious: boolean }

/** Null: proofreading says so itself, with the picture's place. */
const words: Readonly<Record<ConformityRule, Words | null>> = {
  'lines-per-page': {
    zh: '每页应排{wanted}行，实排{found}行。',
    en: 'A page should have {wanted} lines and has {found}.',
    serious: true,
  },
  'characters-per-line': {
    zh: '每行应排{wanted}字，实排{found}字。',
    en: 'A line should have {wanted} characters and has {found}.',
    serious: true,
  },
  'imprint-at-foot': {
    zh: '版记没有排在末页下端，或者独占一页。',
    en: 'The imprint is not at the foot of the last page, or is alone on it.',
    serious: true,
  },
  'even-pages': {
    zh: '共{pages}页，不是双页。',
    en: '{pages} pages; an even number is wanted.',
    serious: false,
  },
  widow: {
    zh: '段末一行落在页首：“{text}”',
    en: 'The last line of a paragraph is alone on top: {text}',
    serious: false,
  },
  orphan: {
    zh: '段首一行留在页末：“{text}”',
    en: 'The first line of a paragraph is alone at the foot: {text}',
    serious: false,
  },
  'heading-at-foot': {
    zh: '标题落在页末：“{text}”',
    en: 'A heading stands at the foot of a page: {text}',
    serious: true,
  },
  'title-cut': {
    zh: '标题转行拆开了“{word}”：“{text}”',
    en: 'The headline breaks within {word}: {text}',
    serious: true,
  },
  'title-long': {
    zh: '标题排了{lines}行，过长：“{text}”',
    en: 'The headline takes {lines} lines: {text}',
    serious: false,
  },
  'table-wide': {
    zh: '表格有{columns}列，排不下，“{word}”被拆开。',
    en: 'The table of {columns} columns is too wide; {word} is broken.',
    serious: true,
  },
  'table-small': {
    zh: '表格有{columns}列，字号小于五号。',
    en: 'The type of the table of {columns} columns is below 10.5 pt.',
    serious: false,
  },
  'picture-coarse': null,
  'picture-unreadable': {
    zh: '图片读不出来，页面上留了空框。',
    en: 'A picture cannot be read; the page shows an empty frame.',
    serious: true,
  },
  'missing-glyph': {
    zh: '字库中没有“{character}”，版面上印成“〓”：“{text}”',
    en: 'No font has {character}: {text}',
    serious: true,
  },
  'nothing-below': {
    zh: '标题下面没有内容：“{text}”',
    en: 'Nothing stands below the heading: {text}',
    serious: true,
  },
}

const known = (rule: string): rule is ConformityRule => rule in words

export function layoutRemarks(faults: readonly LayoutFault[]): LayoutRemark[] {
  return faults.flatMap(({ rule, page, itemId, details }) => {
    const said = known(rule) ? words[rule] : { zh: rule, en: rule, serious: false }
    // Pictures are not handed over here, so that their frames are empty on purpose.
    if (!said || (rule === 'picture-unreadable' && details['reason'] === 'absent')) return []
    const fill = (text: string): string =>
      text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))
    const where = page === null ? { zh: '', en: '' } : { zh: `第${page}页：`, en: `Page ${page}: ` }
    return [
      {
        rule,
        page,
        itemId,
        zh: where.zh + fill(said.zh),
        en: where.en + fill(said.en),
        serious: said.serious,
      },
    ]
  })
}
