import { Problem } from '@jianbao/errors'
import {
  changeSecurityPolicy,
  readSecurityPolicy,
  type SecurityPolicyRow,
  sessionHours,
} from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { PolicyChange, SecurityPolicy } from '../../contract/index.ts'

export type PolicyServices = { readonly clock: Clock; readonly secondFactorRequired: boolean }

const path = '/api/security-policy'

/** The rules of signing in: read by the three administrators, set by the security administrator of the whole. */
export function policyRoutes({ clock, secondFactorRequired }: PolicyServices): Route[] {
  const show = (policy: SecurityPolicyRow, mayEdit: boolean): SecurityPolicy => ({
    ...policy,
    secondFactorRequired,
    sessionHours,
    actions: mayEdit ? ['edit'] : [],
  })
  return [
    defineRoute({
      operationId: 'getSecurityPolicy',
      method: 'GET',
      path,
      summary: 'The rules of signing in',
      tags: ['policy'],
      access: ['security-administrator', 'system-administrator', 'auditor'],
      audit: null,
      schema: { response: { 200: SecurityPolicy } },
      handler: async ({ caller, read }) => {
        // It holds for all, so only whoever keeps the whole may change it.
        const keeper = caller!.person.posts.some(
          post => post.role === 'security-administrator' && isTop(post.path),
        )
        return show(await read(tx => readSecurityPolicy(tx)), keeper)
      },
    }),
    defineRoute({
      operationId: 'changeSecurityPolicy',
      method: 'PUT',
      path,
      summary: 'Set the rules of signing in, within safe bounds',
      tags: ['policy'],
      access: ['security-administrator'],
      audit: 'policy.change',
      schema: { body: PolicyChange, response: { 200: SecurityPolicy } },
      handler: async ({ body, caller, act }) => {
        const { version, ...policy } = body
        const { name } = caller!.person
        return act(null, async (tx, scope, entry) => {
          if (!scope.roots.some(root => isTop(root.path))) throw new Problem('not-found')
          const { version: _v, changedAt: _a, changedBy: _b, ...before } = await readSecurityPolicy(tx)
          const change = { version, at: clock.now(), by: name }
          if (!(await changeSecurityPolicy(tx, policy, change))) throw new Problem('policy-stale')
          entry.before = before
          entry.after = policy
          return show(await readSecurityPolicy(tx), true)
        })
      },
    }),
  ]
}

/** The top of the tree has one number in its path. */
function isTop(path: string): boolean {
  return /^\d+\/$/.test(path)
}
