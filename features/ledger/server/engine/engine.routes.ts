import { Problem } from '@jianbao/errors'
import { type Caller, holds, type Scope, scopeOf } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import { defineRoute, type Route } from '@jianbao/platform/http'
import { type Static, type TSchema, Type } from 'typebox'
import {
  type ItemAction,
  ItemAmend,
  ItemDecide,
  type ItemDeed,
  ItemEdit,
  ItemExtend,
  ItemHand,
  ItemParts,
  ItemProgress,
  ItemReason,
  ItemReopen,
  ItemWords,
  itemDeeds,
  itemFlow,
  LedgerItem,
  LedgerList,
  ledgerKeepers,
  ledgerReaders,
  MatterDraft,
  MatterMade,
  partRoles,
} from '../../contract/index.ts'
import { actOnItem, noteProgress, reopenItem } from './act-on-item.ts'
import { changeFacts, handItem } from './change-facts.ts'
import { proposeMatter, takeLedger, unitsOf } from './create-matter.ts'
import { decomposeItem } from './decompose-item.ts'
import type { EngineServices } from './engine.services.ts'
import { evidenceRoutes } from './evidence.routes.ts'
import { askExtension, decideExtension } from './extend-item.ts'
import { viewItem } from './item.view.ts'
import { listLedgers } from './list-ledgers.ts'
import type { ItemAsker } from './take-step.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
const common = { tags: ['ledger'] } as const

export const askerOf = (scope: Scope, caller: Caller | null, now: Date): ItemAsker => ({
  scope,
  person: caller!.person,
  now,
  today: localDay(now),
})

const summaries: Readonly<Record<ItemDeed, string>> = {
  submit: 'Submit a proposed item to review',
  approve: 'Approve an item somebody else submitted',
  reject: 'Send a submitted item back to be worded again',
  dispatch: 'Dispatch an item to its unit',
  acknowledge: 'Acknowledge an item for its unit',
  decline: 'Hand an item back that is not for this unit to do',
  feedback: 'Tell the keeper that an item is done',
  return: 'Return an item whose proof does not hold',
  close: 'Close a verified item; its summary is frozen',
  settle: 'Confirm at the recheck that a closed item holds',
  cancel: 'Cancel an item and its open parts',
  unflag: 'Settle what came to light after an item was closed',
}

type Work<B extends TSchema> = (
  tx: Database,
  asker: ItemAsker,
  wish: Static<B> & { readonly id: string },
  entry: EntryDraft,
) => Promise<void>

/** 台账: ledgers, what is proposed in them, and everything done with one item. */
export function engineRoutes(services: EngineServices): Route[] {
  const { clock } = services
  /** A deed on one item answers the whole of it as the caller sees it then. */
  const deed = <B extends TSchema>(name: ItemAction, summary: string, body: B, work: Work<B>): Route =>
    defineRoute({
      ...common,
      access: partRoles[itemFlow[name].by],
      operationId: `${name}LedgerItem`,
      method: name === 'edit' ? 'PATCH' : 'POST',
      path: name === 'edit' ? '/api/ledger-items/:id' : `/api/ledger-items/:id/${name}`,
      summary,
      audit: `ledger.${name}`,
      schema: { params, body, response: { 200: LedgerItem } },
      handler: ({ params: { id }, body: wish, act, caller }) =>
        act<LedgerItem>(id, async (tx, scope, entry) => {
          const asker = askerOf(scope, caller, clock.now())
          await work(tx, asker, { ...(wish as Static<B> & object), id }, entry)
          return viewItem(tx, asker, id)
        }),
    })
  return [
    defineRoute({
      ...common,
      access: ledgerReaders,
      operationId: 'listLedgers',
      method: 'GET',
      path: '/api/ledgers',
      summary: 'The ledgers the caller’s units keep or have items in',
      audit: null,
      schema: { response: { 200: LedgerList } },
      handler: ({ read, caller }) =>
        read(async (tx, scope) => ({ rows: await listLedgers(tx, scope, caller!.person) })),
    }),
    defineRoute({
      ...common,
      access: ledgerKeepers,
      operationId: 'proposeMatter',
      method: 'POST',
      path: '/api/ledger-matters',
      summary: 'Propose a matter for one unit or many, an item for each',
      audit: 'ledger.propose',
      schema: { body: MatterDraft, response: { 201: MatterMade } },
      handler: async ({ body, act, caller, reply }) => {
        const made = await act<MatterMade>(
          ({ first }) => first,
          async (tx, scope, entry) => {
            const { person, now, today } = askerOf(scope, caller, clock.now())
            const ledger = await takeLedger(tx, scope, body.ledgerId)
            // A ledger is kept by coordinators of its unit and above, not of those below.
            if (!holds(scopeOf(person, ledgerKeepers), ledger.path)) throw new Problem('not-found')
            const unitIds = await unitsOf(tx, scope, ledger, body.units)
            const { facts, submit } = body
            const wish = { ledger, facts, unitIds, submit: submit ?? false, actor: person, now, today }
            const result = await proposeMatter(tx, scope, wish)
            entry.words = facts.title
            entry.unitId = ledger.unitId
            entry.after = { items: result.items, dueDay: facts.dueDay }
            return result
          },
        )
        reply.status(201)
        return made
      },
    }),
    defineRoute({
      ...common,
      access: ledgerReaders,
      operationId: 'getLedgerItem',
      method: 'GET',
      path: '/api/ledger-items/:id',
      summary: 'One item with its whole story',
      audit: null,
      schema: { params, response: { 200: LedgerItem } },
      handler: ({ params: { id }, read, caller }) =>
        read((tx, scope) => viewItem(tx, askerOf(scope, caller, clock.now()), id)),
    }),
    deed('edit', 'Change what an item says before it goes to review', ItemEdit, changeFacts),
    ...itemDeeds.map(name =>
      deed(
        name,
        summaries[name],
        'reason' in itemFlow[name] ? ItemReason : ItemWords,
        (tx, asker, wish, entry) => actOnItem(tx, asker, { ...wish, deed: name }, entry),
      ),
    ),
    deed('progress', 'Say how far an item is', ItemProgress, noteProgress),
    deed('reopen', 'Take up again what was closed and did not hold', ItemReopen, reopenItem),
    deed('hand', 'Hand an item to somebody of its unit', ItemHand, handItem),
    deed('amend', 'Change what a dispatched item says, with a reason', ItemAmend, changeFacts),
    deed('extend', 'Ask for more time, before the deadline', ItemExtend, askExtension),
    deed('decide', 'Grant or refuse more time', ItemDecide, decideExtension),
    deed(
      'decompose',
      'Decompose an item into parts at subordinate units or for people',
      ItemParts,
      decomposeItem,
    ),
    ...evidenceRoutes(services),
  ]
}
