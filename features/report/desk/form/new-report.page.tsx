import { Navigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { FormSearch } from './form-search.ts'
import { newId } from './use-form.ts'

/** A new report gets its id at once: closed and opened again, the address leads back to its draft. */
export default function NewReportPage() {
  const search: FormSearch = useSearch({ strict: false })
  const [id] = useState(newId)
  return <Navigate to="/reports/$id/edit" params={{ id }} search={{ ...search, new: true }} replace />
}
