/** What a file says against its schema, in words for who wrote it. */
import { closest } from '@jianbao/organisation/server'
import type { TSchema } from 'typebox'
import { Errors } from 'typebox/value'
import type { PackProblem, PackProblemCode } from '../../contract/index.ts'
import type { Path } from './pack.types.ts'

export type ShapeFault = {
  readonly path: Path
  /** The key of the place is wrong, not what stands there. */
  readonly atKey: boolean
  readonly code: PackProblemCode
  readonly details: PackProblem['details']
}

type SchemaError = {
  readonly keyword: string
  readonly schemaPath: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
}

/** Forms of texts, by their patterns in the schema. */
const forms: readonly (readonly [string, PackProblemCode])[] = [
  ['^[a-z', 'id-form'],
  ['^\\d{4}-\\d{2}-\\d{2}$', 'day-form'],
  ['^\\d{4}-(0[1-9]|1[0-2])$', 'month-form'],
  ['^([01]\\d|2[0-3]):[0-5]\\d$', 'time-form'],
]

export function checkShape(schema: TSchema, value: unknown, base: Path = []): ShapeFault[] {
  const errors = Errors(schema, value) as unknown as SchemaError[]
  const branching = errors.filter(({ keyword }) => keyword === 'anyOf').map(error => error.schemaPath)
  const inBranch = (path: string) => branching.some(branch => path.startsWith(`${branch}/anyOf/`))
  return errors
    .filter(({ keyword, schemaPath }) => keyword !== 'boolean' && !inBranch(schemaPath))
    .flatMap(error => {
      const steps = stepsOf(error.instancePath, value)
      const path = [...base, ...steps]
      const at = steps.reduce<unknown>(
        (node, step) => (node as Record<string | number, unknown>)[step],
        value,
      )
      if (error.keyword !== 'anyOf') return faultsOf(error, path, at)
      return meantBranch(schemaAt(schema, error.schemaPath), at, path)
    })
}

/** Of several shapes that one which is nearest: with the fewest keys wrong, then the fewest faults. */
function meantBranch(schema: TSchema, value: unknown, path: Path): ShapeFault[] {
  const branches = (schema as unknown as { anyOf: TSchema[] }).anyOf.map(branch => {
    const faults = checkShape(branch, value, path)
    const keys = faults.filter(({ code, path: at }) => at.length === path.length || code === 'key-unknown')
    return { faults, weight: keys.length * 100 + faults.length }
  })
  return branches.reduce((best, branch) => (branch.weight < best.weight ? branch : best)).faults
}

function faultsOf({ keyword, schemaPath: _, params }: SchemaError, path: Path, at: unknown): ShapeFault[] {
  const fault = (code: PackProblemCode, details: PackProblem['details'] = {}): ShapeFault[] => [
    { path, atKey: false, code, details },
  ]
  const value = typeof at === 'string' || typeof at === 'number' ? String(at).slice(0, 40) : ''
  const limit = Number(params['limit'])
  switch (keyword) {
    case 'required':
      return (params['requiredProperties'] as string[]).flatMap(key => fault('required', { key }))
    case 'additionalProperties':
      return (params['additionalProperties'] as string[]).map(key => ({
        path: [...path, key],
        atKey: true,
        code: 'key-unknown',
        details: { key: key.slice(0, 40) },
      }))
    case 'type':
      return fault(at === null ? 'empty' : typeCode(String(params['type'])))
    case 'pattern':
      return fault(forms.find(([start]) => String(params['pattern']).startsWith(start))?.[1] ?? 'form', {
        value,
      })
    case 'const':
      return fault('schema-other', { value, choices: String(params['allowedValue']) })
    case 'enum':
      return fault('choice', {
        value,
        choices: (params['allowedValues'] as unknown[]).join('、'),
        ...hintOf(value, params['allowedValues'] as string[]),
      })
    case 'minItems':
      return fault('too-few', { limit })
    case 'maxItems':
      return fault('too-many', { limit })
    case 'minLength':
      return fault('too-short', { limit })
    case 'maxLength':
      return fault('too-long', { limit, length: [...String(at)].length })
    case 'minimum':
      return fault('too-small', { limit })
    case 'maximum':
      return fault('too-large', { limit })
    case 'multipleOf':
      return fault('multiple-of', { limit: Number(params['multipleOf']) })
    default:
      return fault('wrong')
  }
}

export function hintOf(value: string, candidates: Iterable<string>): { hint?: string } {
  const hint = closest(value, candidates)
  return hint ? { hint } : {}
}

function typeCode(type: string): PackProblemCode {
  if (type === 'array') return 'type-list'
  if (type === 'object') return 'type-map'
  if (type === 'integer' || type === 'number' || type === 'boolean') return `type-${type}`
  return 'type-text'
}

/** The steps of a JSON pointer; a number where a list is entered. */
function stepsOf(pointer: string, value: unknown): Path {
  let node = value
  return pointer
    .split('/')
    .slice(1)
    .map(part => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
      const step = Array.isArray(node) ? Number(key) : key
      node = (node as Record<string | number, unknown>)[step]
      return step
    })
}

function schemaAt(schema: TSchema, pointer: string): TSchema {
  const steps = pointer.split('/').slice(1)
  return steps.reduce<unknown>(
    (node, step) => (node as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    schema,
  ) as TSchema
}
