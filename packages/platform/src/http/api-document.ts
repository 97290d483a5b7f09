/** OpenAPI 3.1 from the declared routes. */
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Registers the OpenAPI generator; must come before the routes. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '简报台 Jianbao',
        version,
        description: '一次报送，处处可用。Report once, use everywhere.',
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'jianbao.session_token' } },
      },
    },
    transform: ({ schema, url, route }) => {
      const declaration = route.config?.declaration
      // Pages, files and better-auth's own paths are not part of the API.
      if (!declaration) return { schema: { ...schema, hide: true }, url }
      const upload = declaration.upload && {
        consumes: ['multipart/form-data'],
        body: {
          type: 'object',
          required: [declaration.upload.field],
          properties: { [declaration.upload.field]: { type: 'string', format: 'binary' } },
        },
      }
      const form = declaration.form && { consumes: ['application/x-www-form-urlencoded'] }
      const security = declaration.access === 'anyone' ? [] : [{ session: [] }]
      return {
        schema: { ...schema, ...upload, ...form, security, 'x-access': declaration.access } as typeof schema,
        url,
      }
    },
  })
}

/** The OpenAPI document, its shapes named: a schema equal to one of `named` becomes a reference to it. */
export function apiDocument(app: FastifyInstance, named: Record<string, TSchema>): Json {
  const document = JSON.parse(JSON.stringify(app.swagger())) as { [key: string]: Json }
  const forms = Object.entries(named).map(([name, schema]) => [name, modern(plain(schema))] as const)
  const byForm = new Map(forms.map(([name, form]) => [JSON.stringify(form), name]))
  const schemas = Object.fromEntries(forms.map(([name, form]) => [name, refer(form, byForm, name)]))
  document['paths'] = refer(modern(document['paths'] ?? {}), byForm, null)
  document['components'] = { ...(document['components'] as object), schemas }
  return document
}

function plain(schema: TSchema): Json {
  return JSON.parse(JSON.stringify(schema)) as Json
}

/** One spelling for what TypeBox, the generator and OpenAPI 3.1 (JSON Schema 2020-12) each write their own way. */
function modern(value: Json): Json {
  if (Array.isArray(value)) return value.map(modern)
  if (value === null || typeof value !== 'object') return value
  const result: { [key: string]: Json } = {}
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'items' && Array.isArray(inner))
      Object.assign(result, { prefixItems: modern(inner), items: false })
    else if (key === 'additionalItems' && Array.isArray(value['items'])) continue
    else if (key === 'patternProperties') result['additionalProperties'] = modern(anyValue(inner))
    else if (key === 'const') result['enum'] = [inner]
    else result[key] = modern(inner)
  }
  return result
}

/** The one pattern of a record with free keys. */
function anyValue(patterns: Json): Json {
  return Object.values(patterns as object)[0] as Json
}

function refer(value: Json, byForm: Map<string, string>, self: string | null): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(inner => refer(inner, byForm, null))
  const name = byForm.get(JSON.stringify(value))
  if (name && name !== self) return { $ref: `#/components/schemas/${name}` }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, refer(inner, byForm, null)]))
}
