/** What stands against a draw over a register, each as a Problem in words; nothing when it can be committed. */
import { Problem } from '@jianbao/errors'
import { type DrawRegister, type DrawRules, leastOf } from './draw.contract.ts'
import { isPlain, isPlainCode } from './plain-text.ts'
import { recusalsOf } from './recusals.ts'
import { guaranteesTeams } from './team-guarantee.ts'

/** In the order a person would put them right; a draw over a register without any cannot fail. */
export function checkRegister(register: DrawRegister): Problem[] {
  const texts = badTexts(register)
  if (texts.length) return texts
  if (!register.objects.length) return [new Problem('draw-empty')]
  const codes = [
    ...twice(register.objects.map(({ code }) => code)),
    ...twice(register.inspectors.map(({ code }) => code)),
    ...twice(register.rules.strata.map(({ name }) => name)),
  ].map(code => new Problem('draw-code-twice', { code }))
  if (codes.length) return codes
  const dangling = badLinks(register)
  if (dangling.length) return dangling
  return [...badCounts(register), ...badTeams(register)]
}

const mostTold = 20

function badTexts({ name, organiser, rules, objects, inspectors }: DrawRegister): Problem[] {
  const codes = [
    ...[...objects, ...inspectors].map(each => each.code),
    ...inspectors.flatMap(({ unit, recused }) => (unit ? [unit, ...recused] : recused)),
  ]
  const texts = [
    ...[name, organiser],
    ...[...rules.strata, ...objects, ...inspectors].map(each => each.name),
    ...objects.map(each => each.stratum),
  ]
  const bad = [...codes.filter(code => !isPlainCode(code)), ...texts.filter(text => !isPlain(text))]
  return bad.slice(0, mostTold).map(text => new Problem('draw-text', { text: JSON.stringify(text) }))
}

/** Those that stand there twice; letters composed in two ways are one. */
function twice(codes: readonly string[]): string[] {
  const [seen, again] = [new Set<string>(), new Set<string>()]
  for (const code of codes) {
    const form = code.normalize('NFC')
    if (seen.has(form)) again.add(code)
    seen.add(form)
  }
  return [...again].slice(0, mostTold)
}

function badLinks({ rules, objects, inspectors }: DrawRegister): Problem[] {
  const known = new Set(rules.strata.map(({ name }) => name))
  const codes = new Set(objects.map(({ code }) => code))
  const filled = new Set(objects.map(({ stratum }) => stratum))
  return [
    ...[...filled]
      .filter(stratum => !known.has(stratum))
      .map(stratum => new Problem('draw-stratum-unknown', { stratum })),
    ...[...known]
      .filter(stratum => !filled.has(stratum))
      .map(stratum => new Problem('draw-stratum-empty', { stratum })),
    ...inspectors.flatMap(({ name, recused }) =>
      recused
        .filter(code => !codes.has(code))
        .map(code => new Problem('draw-recusal-unknown', { name, code })),
    ),
  ].slice(0, mostTold)
}

function badCounts({ rules, objects }: DrawRegister): Problem[] {
  const sizes = sizesOf(objects)
  const problems: Problem[] = []
  let least = 0
  for (const stratum of rules.strata) {
    const size = sizes.get(stratum.name) ?? 0
    const minimum = leastOf(stratum, size)
    least += minimum
    if (minimum > size)
      problems.push(new Problem('draw-stratum-small', { stratum: stratum.name, objects: size, minimum }))
  }
  if (least > rules.count) problems.push(new Problem('draw-count-small', { count: rules.count, least }))
  if (rules.count > objects.length)
    problems.push(new Problem('draw-count-large', { count: rules.count, objects: objects.length }))
  return problems
}

/** Objects of each stratum. */
export function sizesOf(objects: DrawRegister['objects']): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { stratum } of objects) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1)
  return sizes
}

function badTeams(register: DrawRegister): Problem[] {
  const { rules, objects, inspectors } = register
  const needed = rules.inspectorsPerObject
  if (inspectors.length < needed)
    return [new Problem('draw-inspectors-few', { inspectors: inspectors.length, needed })]
  const recused = recusalsOf(register)
  const out = new Map<string, number>()
  for (const codes of recused.values()) for (const code of codes) out.set(code, (out.get(code) ?? 0) + 1)
  const left = (code: string): number => inspectors.length - (out.get(code) ?? 0)
  const bare = objects.filter(({ code }) => left(code) < needed).slice(0, mostTold)
  if (bare.length)
    return bare.map(({ code, name }) => new Problem('draw-recused-out', { name, left: left(code), needed }))
  return badPlaces(rules, inspectors.length) ?? guaranteed(register, recused)
}

function badPlaces(rules: DrawRules, inspectors: number): Problem[] | null {
  const { count, inspectorsPerObject, objectsPerInspector: most } = rules
  const [needed, places] = [count * inspectorsPerObject, inspectors * most]
  return needed > places ? [new Problem('draw-inspectors-full', { inspectors, most, places, needed })] : null
}

function guaranteed(
  { rules, inspectors }: DrawRegister,
  recused: ReadonlyMap<string, ReadonlySet<string>>,
): Problem[] {
  return guaranteesTeams(rules, inspectors, recused) ? [] : [new Problem('draw-recusals-many')]
}
