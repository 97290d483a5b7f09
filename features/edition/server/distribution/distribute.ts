import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import type { DeliveryAdd, DistributionRow } from '../../contract/index.ts'
import { issuedName } from '../edition.store.ts'
import { peopleOfUnits } from './people-of-units.ts'

type Issued = {
  readonly unitId: string
  readonly issuer: string
  readonly issueName: string
  readonly title: string | null
  readonly files: Record<string, string>
  readonly distribution: DistributionRow[]
}

/**
 * Delivers an issue that was just recorded: a row for each recipient of its series, a notice to the people of every unit
 * among them, and letters that `openDistribution` writes afterwards. Called by what freezes an edition, inside its
 * transaction; a second call adds nothing. Throws `not-found` for an edition without an issue.
 */
export function distribute(tx: Database, { id }: { readonly id: string }, now: Date): Promise<void> {
  // The program's own list: no caller asked to see anything of it.
  return withRole(tx, 'owner', async () => {
    const issued = await getIssued(tx, id)
    const recipients = issued.distribution.flatMap(row =>
      row.recipients.map(recipient => ({ ...recipient, to: row.to })),
    )
    const units = await insertDeliveries(tx, { id, ...issued }, recipients, { now })
    await tellUnits(tx, { id, ...issued }, units, now)
  })
}

/** The same for one recipient that was forgotten (补发). Answers the delivery, null when the unit has it already. */
export function addRecipient(
  tx: Database,
  id: string,
  recipient: DeliveryAdd,
  by: { readonly name: string; readonly now: Date },
): Promise<string | null> {
  return withRole(tx, 'owner', async () => {
    const issued = { id, ...(await getIssued(tx, id)) }
    const units = await insertDeliveries(tx, issued, [recipient], { now: by.now, addedName: by.name })
    await tellUnits(tx, issued, units, by.now)
    return units[0]?.id ?? null
  })
}

async function getIssued(tx: Database, id: string): Promise<Issued> {
  const [row] = await rowsOf<Issued>(
    tx,
    sql`select e.unit_id as "unitId", s.publisher as issuer, e.title, i.files, s.distribution,
        ${issuedName} as "issueName"
      from edition e join series s on s.id = e.series_id join issue i on i.id = e.id where e.id = ${id}`,
  )
  if (!row) throw new Problem('not-found')
  return row
}

type Recipient = Pick<DeliveryAdd, 'to' | 'unitId' | 'name' | 'email'>
type Added = { readonly id: string; readonly unitId: string | null }

async function insertDeliveries(
  tx: Database,
  issued: Issued & { readonly id: string },
  recipients: readonly Recipient[],
  { now, addedName = null }: { readonly now: Date; readonly addedName?: string | null },
): Promise<Added[]> {
  const rows = recipients.map((recipient, position) => ({ ...recipient, position }))
  // What was distributed before stays as it is: names and addresses have no key of their own, so all or nothing.
  return rowsOf<Added>(
    tx,
    sql`insert into delivery (id, edition_id, unit_id, scope_path, position, kind, name, recipient_id, email, way,
        issue_name, title, issuer, files, issued_at, letter, people_due, added_name, created_at)
      select gen_random_uuid(), ${issued.id}, ${issued.unitId}, '', coalesce(last.position + 1, 0) + r.position, r."to",
        coalesce(u.name, r.name), u.id, r.email,
        case when u.id is not null then 'app' when r.email is not null then 'mail' else 'print' end,
        ${issued.issueName}, ${issued.title}, ${issued.issuer}, ${JSON.stringify(issued.files)}::jsonb,
        ${now.toISOString()}, case when r.email is not null then 'due' end, u.id is not null, ${addedName},
        ${now.toISOString()}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r("to" text, "unitId" uuid, name text, email text, position int)
      left join unit u on u.id = r."unitId"
      cross join (select max(position) as position from delivery where edition_id = ${issued.id}) last
      where ${addedName !== null} or last.position is null
      order by r.position on conflict (edition_id, recipient_id) where recipient_id is not null do nothing
      returning id, recipient_id as "unitId"`,
  )
}

async function tellUnits(
  tx: Database,
  issued: Issued & { readonly id: string },
  added: readonly Added[],
  now: Date,
): Promise<void> {
  const units = added.flatMap(({ unitId }) => unitId ?? [])
  const people = await peopleOfUnits(tx, units)
  await notify(tx, {
    to: people.map(({ personId }) => personId),
    kind: 'delivery.issued',
    details: { issue: issued.issueName, issuer: issued.issuer },
    link: `/received?edition=${issued.id}`,
    at: now,
  })
}
