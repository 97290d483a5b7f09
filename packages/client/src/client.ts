import createClient, { type ClientOptions, type Middleware } from 'openapi-fetch'
import type { paths } from './api.ts'
import { readProblem } from './problem-error.ts'

const throwProblems: Middleware = {
  onResponse: async ({ response }) => {
    if (!response.ok) throw await readProblem(response)
  },
}

/**
 * The typed client: `client.GET('/api/issues/{id}', { params: { path: { id } } })` gives `data` or throws ProblemError.
 * In a browser the session cookie goes along; a network failure is the error `fetch` throws.
 */
export function openClient(options: ClientOptions = {}) {
  const client = createClient<paths>({ credentials: 'same-origin', ...options })
  client.use(throwProblems)
  return client
}

export type Client = ReturnType<typeof openClient>
