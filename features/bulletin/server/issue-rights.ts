import { holds, noScope, type Person, type Role, type Scope, scopeOf } from '@jianbao/platform/access'

/** Who publishes issues and says how they are set. */
export const publishers = ['editor', 'signatory'] as const satisfies Role[]
/** Who opens the documents issues were read from. */
export const reviewers = ['editor', 'reviser'] as const satisfies Role[]

/** Where in the tree a caller may do what with issues; an issue seen only because it is published lies in neither. */
export type IssueRights = { readonly publish: Scope; readonly open: Scope }

export const noRights: IssueRights = { publish: noScope, open: noScope }

export function rightsOf(person: Person | null): IssueRights {
  return { publish: scopeOf(person, publishers), open: scopeOf(person, reviewers) }
}

type Standing = { readonly published: boolean; readonly confined?: boolean }

/** What may be done next with an issue whose unit stands at `path`; one that is confined is published by nobody. */
export function deedsFor(rights: IssueRights, path: string, { published, confined = false }: Standing) {
  if (!holds(rights.publish, path)) return ['download'] as const
  if (confined) return ['layout', 'download'] as const
  return [published ? ('withdraw' as const) : ('publish' as const), 'layout', 'download'] as const
}
