/** Units from which somebody drafts, and the one they mean. */
import { Problem } from '@jianbao/errors'
import type { Post } from '@jianbao/platform/access'
import { draftingRoles, type MissiveKind } from '../../contract/index.ts'
import type { Issuing } from '../items/read-items.ts'
import type { Viewer } from '../missive.store.ts'

type Choice = Pick<Post, 'unitId' | 'unitName' | 'path'>

/** The topmost first. */
export function issuingChoices({ person }: Viewer, kind: MissiveKind): Choice[] {
  const roles: readonly string[] = draftingRoles[kind]
  const posts = person.posts.filter(post => roles.includes(post.role))
  const by = new Map(posts.map(post => [post.unitId, post]))
  return [...by.values()].sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1))
}

/** Throws `not-found` where the caller drafts nothing of that kind. */
export function issuingUnit(
  viewer: Viewer,
  kind: MissiveKind,
  unitId?: string,
): Issuing & { unitName: string } {
  const choices = issuingChoices(viewer, kind)
  const chosen = unitId === undefined ? choices[0] : choices.find(choice => choice.unitId === unitId)
  if (!chosen) throw new Problem('not-found')
  return { viewer, unitId: chosen.unitId, path: chosen.path, unitName: chosen.unitName }
}
