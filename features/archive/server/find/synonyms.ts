/** Short names, full names and office abbreviations that mean the same. */
import { defaultRegister } from '@jianbao/intake'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { normaliseText } from './normalise-text.ts'
import type { ParsedQuery, Word } from './search-query.ts'

const sameMeaning = [
  ['党史学习教育', '党史学教'],
  ['我为群众办实事', '为民办实事'],
  ['科学技术协会', '科协'],
  ['科学技术馆', '科技馆'],
  ['新时代文明实践中心', '文明实践中心'],
  ['全民科学素质', '公民科学素质'],
  ['全国科普日', '科普日'],
  ['科技工作者日', '科技工作者节'],
  ['老科学技术工作者协会', '老科协'],
  ['农村专业技术协会', '农技协'],
  ['新型冠状病毒肺炎', '新冠肺炎', '新冠疫情'],
  ['主题党日', '主题党日活动'],
  ['领导小组办公室', '领导小组办'],
]

let known: Map<string, ReadonlySet<string>> | undefined

/** The query with what its whole words are called elsewhere; the names a person taught the archive included. */
export async function withSynonyms(db: Database, query: ParsedQuery): Promise<ParsedQuery> {
  if (!query.must.length) return query
  known ??= readKnown()
  const taught = await readTaught(db, query.must)
  const must = query.must.map((word): Word => {
    if (word.quoted) return word
    const form = word.forms[0]!
    const others = [...(known!.get(form) ?? []), ...(taught.get(form) ?? [])]
    // What contains the word is found by the word already.
    const more = [...new Set(others)].filter(other => !other.includes(form))
    return more.length ? { ...word, forms: [form, ...more.slice(0, 8)] } : word
  })
  return { ...query, must }
}

function readKnown(): Map<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const groups = defaultRegister().entries.map(entry => [entry.name, ...entry.shortNames])
  for (const group of [...sameMeaning, ...groups].map(names => names.map(normaliseText)))
    for (const name of group) {
      const others = found.get(name) ?? new Set()
      for (const other of group) if (other !== name) others.add(other)
      found.set(name, others)
    }
  return found
}

async function readTaught(db: Database, words: readonly Word[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const [table] = await rowsOf<{ name: string | null }>(
    db,
    sql`select to_regclass('remembered_name')::text as name`,
  )
  if (!table?.name) return found
  const typed = JSON.stringify(
    words.flatMap(word => [word.typed, word.forms[0]!]).map(word => word.replaceAll('\u0000', '')),
  )
  const rows = await rowsOf<{ surface: string; name: string }>(
    db,
    sql`select surface, name from remembered_name
      where surface in (select jsonb_array_elements_text(${typed}::jsonb))
        or name in (select jsonb_array_elements_text(${typed}::jsonb)) limit 50`,
  )
  for (const row of rows) {
    const [surface, name] = [normaliseText(row.surface), normaliseText(row.name)]
    found.set(surface, [...(found.get(surface) ?? []), name])
    found.set(name, [...(found.get(name) ?? []), surface])
  }
  return found
}
