import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import type { Mailer } from '@jianbao/platform/mail'
import type { Circular } from '@jianbao/typesetting/contract'

/** What documents ask of typesetting; the app brings it, loaded when first needed. */
export type MissiveTypesetting = {
  text(circular: Circular): Promise<string>
  html(circular: Circular, options: { standalone: boolean }): Promise<string>
  docx(circular: Circular): Promise<Uint8Array>
  pdf(circular: Circular, options: { standard: 'ua-1'; red: 'screen'; createdAt?: Date }): Promise<Uint8Array>
  preview(
    circular: Circular,
    options: { known: string[]; supersede: string; asker: string },
  ): Promise<{
    readonly pages: readonly { readonly hash: string; readonly svg: string | null }[]
    readonly widthPt: number
    readonly heightPt: number
    readonly ms: number
    readonly missing: readonly string[]
  }>
}

/** No database among them: what a caller asks for is read and changed through `read` and `act` of the route. */
export type MissiveServices = {
  readonly clock: Clock
  readonly typesetting: MissiveTypesetting
  readonly store: Pick<FileStore, 'read'>
  readonly mailer: Pick<Mailer, 'on'>
  /** Has letters of deliveries that became due written, without waiting for them. */
  readonly soon: () => void
  /** Has the forms of what was just issued made. */
  readonly order: { send(tx: Database, ids: readonly string[]): Promise<void>; wake(): void }
}
