/** Short names, full names and office abbreviations that mean the same. */
import { defaultRegister } from '@jianbao/intake'
import { readUnitNames } from '@jianbao/organisation/server'
import { holds, type Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import { findLearnedNames } from '../review/learned-names.ts'
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
export async function withSynonyms(tx: Database, scope: Scope, query: ParsedQuery): Promise<ParsedQuery> {
  if (!query.must.length) return query
  known ??= readKnown()
  const taught = await readTaught(tx, scope)
  const units = await readUnits(tx)
  const must = query.must.map((word): Word => {
    if (word.quoted) return word
    const form = word.forms[0]!
    const ofUnits = (units.get(form) ?? []).flatMap(unit => (holds(scope, unit.path) ? unit.names : []))
    const others = [...(known!.get(form) ?? []), ...(taught.get(form) ?? []), ...ofUnits]
    // What contains the word is found by the word already.
    const more = [...new Set(others)].filter(other => !other.includes(form))
    return more.length ? { ...word, forms: [form, ...more.slice(0, 8)] } : word
  })
  return { ...query, must }
}

function readKnown(): Map<string, ReadonlySet<string>> {
  const register = defaultRegister().entries.map(entry => [entry.name, ...entry.shortNames])
  return sameNames([...sameMeaning, ...register])
}

async function readTaught(tx: Database, scope: Scope): Promise<Map<string, ReadonlySet<string>>> {
  return sameNames((await findLearnedNames(tx, scope)).map(entry => [entry.name, ...entry.shortNames]))
}

type UnitForms = ReadonlyMap<string, readonly { readonly path: string; readonly names: readonly string[] }[]>
let kept: { revision: string; forms: UnitForms } | null = null

/** The units that bear a name, with all their names, normalised; those out of the caller's sight too. */
async function readUnits(tx: Database): Promise<UnitForms> {
  const { revision, units } = await readUnitNames(tx)
  if (kept?.revision === revision) return kept.forms
  const forms = new Map<string, { path: string; names: string[] }[]>()
  for (const { path, name, shortNames, formerNames } of units) {
    const names = [...new Set([name, ...shortNames, ...formerNames].map(normaliseText))]
    for (const form of names.length > 1 ? names : [])
      forms.set(form, [...(forms.get(form) ?? []), { path, names }])
  }
  kept = { revision, forms }
  return forms
}

/** Each name of a group with the others of it, normalised. */
function sameNames(groups: readonly (readonly string[])[]): Map<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const group of groups.map(names => names.map(normaliseText)))
    for (const name of group) {
      const others = found.get(name) ?? new Set()
      for (const other of group) if (other !== name) others.add(other)
      found.set(name, others)
    }
  return found
}
