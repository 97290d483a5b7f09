/** Registers for tests: plain ones by size, and arbitrary ones for properties. */
import fc from 'fast-check'
import { commitDraw } from './commit-draw.ts'
import { digestOf } from './digest.ts'
import type { DrawRegister, FinishedDraw } from './draw.contract.ts'
import { runDraw } from './run-draw.ts'

/** A seed that is the same at every run. */
export const seedOf = (number: number): string => digestOf(`seed ${number}`)

export function registerOf(
  wish: {
    objects?: number
    strata?: number
    inspectors?: number
    rules?: Partial<DrawRegister['rules']>
  } = {},
): DrawRegister {
  const { objects = 12, strata = 2, inspectors = 4, rules = {} } = wish
  const stratum = (at: number): string => `第${at + 1}组`
  return {
    name: '第二轮随机抽查',
    organiser: '云岭市科协',
    rules: {
      count: 4,
      inspectorsPerObject: 2,
      objectsPerInspector: 4,
      strata: Array.from({ length: strata }, (_, at) => ({
        name: stratum(at),
        minimumCount: 1,
        minimumShare: 0,
      })),
      ...rules,
    },
    objects: Array.from({ length: objects }, (_, at) => ({
      code: `O${at}`,
      name: `单位${at}`,
      stratum: stratum(at % strata),
    })),
    inspectors: Array.from({ length: inspectors }, (_, at) => ({
      code: `I${at}`,
      name: `人员${at}`,
      unit: '',
      recused: [],
    })),
  }
}

export const drawOf = (register: DrawRegister, seed = seedOf(1), contribution = '4 2 6'): FinishedDraw =>
  runDraw(commitDraw(register, seed), { seed, contribution })

/** Letters that sort and break differently from language to language. */
const letters = fc.constantFrom(
  'a',
  'Z',
  '9',
  ' ',
  ',',
  '"',
  '\\',
  "'",
  '|',
  '县',
  '\ue000',
  '😀',
  'é',
  'e\u0301',
  '<',
)
const name = fc.string({ unit: letters, minLength: 1, maxLength: 8 })
const code = fc.string({ unit: letters.filter(letter => letter !== ' '), minLength: 1, maxLength: 5 })
const codes = (least: number, most: number) =>
  fc.uniqueArray(code, { minLength: least, maxLength: most, selector: each => each.normalize('NFC') })

/** Any register with recusals, some of which leave too few inspectors. */
export const anyRegister: fc.Arbitrary<DrawRegister> = fc
  .record({
    objects: codes(1, 14),
    strata: codes(1, 3),
    inspectors: codes(2, 8),
    salt: fc.nat(),
    perObject: fc.integer({ min: 2, max: 3 }),
    most: fc.integer({ min: 1, max: 6 }),
    names: fc.tuple(name, name),
    share: fc.integer({ min: 0, max: 60 }),
    recusal: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ objects, strata, inspectors, salt, perObject, most, names, share, recusal }) => {
    let picked = 0
    const pick = (below: number): number => Number.parseInt(seedOf(salt + picked++).slice(0, 8), 16) % below
    const used = strata.slice(0, Math.min(strata.length, objects.length))
    return {
      name: names[0],
      organiser: names[1],
      rules: {
        count: 1 + pick(objects.length),
        inspectorsPerObject: perObject,
        objectsPerInspector: most,
        strata: used.map(each => ({ name: each, minimumCount: pick(2), minimumShare: share })),
      },
      objects: objects.map((each, at) => ({
        code: each,
        name: names[at % 2]!,
        stratum: used[at < used.length ? at : pick(used.length)]!,
      })),
      inspectors: inspectors.map(each => ({
        code: each,
        name: names[0],
        unit: pick(4) === 0 ? objects[pick(objects.length)]! : '',
        recused: objects.filter(() => pick(100) < recusal),
      })),
    }
  })
