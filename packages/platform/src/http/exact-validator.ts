import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Format } from 'typebox/format'
import { isRequestDay } from './storable-input.ts'

Format.Set('date', isRequestDay)

/**
 * Checks JSON as it is. Elsewhere Fastify turns the text of a query into numbers before it checks; of a body that would
 * make 0 of null and null of an empty text.
 */
export const exactValidator: FastifySchemaCompiler<TSchema> = ({ schema }) => {
  const compiled = Compile(schema)
  return data => {
    if (compiled.Check(data)) return true
    const [first] = compiled.Errors(data)
    if (!first?.schemaPath.includes('/anyOf/')) return { error: first ? [first] : [] } as never
    // Which of several shapes was meant nobody knows.
    const instancePath = first.instancePath.split('/').slice(0, 2).join('/')
    return { error: [{ ...first, instancePath, message: 'has none of the shapes it may have' }] } as never
  }
}
