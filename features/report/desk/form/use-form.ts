/** What every part of the form works with. */
import type { FormCampaign, ReportDraft, ReportForm } from '../../contract/index.ts'
import type { FieldFault } from './field-faults.ts'

export type FormTools = {
  readonly draft: ReportDraft
  readonly form: ReportForm
  /** The one the report belongs to. */
  readonly campaign: FormCampaign | null
  readonly change: (make: (draft: ReportDraft) => ReportDraft) => void
  /** The field whose words are lit, both ways. */
  readonly lit: string | null
  readonly onLight: (id: string | null) => void
  readonly faults: readonly FieldFault[]
}

export const newId = (): string => crypto.randomUUID()
