export { AbsentRecord } from './absent-record.tsx'
export { addressOf } from './address.ts'
export {
  chooseLanguage,
  chooseTheme,
  type Language,
  languageChoice,
  languages,
  type ThemeChoice,
  themeChoices,
  useLanguage,
  useMedia,
  usePhone,
  useThemeChoice,
  useThemeName,
} from './appearance.ts'
export { backgroundHeader } from './attendance.ts'
export { BackToList } from './back-to-list.tsx'
export { beforeSignOut, settleBeforeSignOut } from './before-sign-out.ts'
export { remember, remembered, useMemory } from './browser-memory.ts'
export { ColumnChoice } from './column-choice.tsx'
export { type Column, useShownColumns } from './columns.ts'
export { type ConfidenceWord, confidenceWord, useConfidence } from './confidence.ts'
export { DataTable } from './data-table.tsx'
export { DayField } from './day-field.tsx'
export { DisputedPlace, DisputeFrame } from './dispute-frame.tsx'
export { EmptyState } from './empty-state.tsx'
export { ExportButton } from './export-button.tsx'
export { FoldingFilters } from './folding-filters.tsx'
export { FormField } from './form-field.tsx'
export { formatCount, formatDay, formatFigure, formatInstant, formatSize } from './format.ts'
export { HeldRoles, useHeldRoles } from './held-roles.ts'
export {
  findMark,
  HighlightedText,
  type MarkKind,
  markKinds,
  type TextMark,
  useLitMark,
} from './highlighted-text.tsx'
export { default as listStyles } from './list.module.css'
export { type ListData, ListFrame } from './list-frame.tsx'
export { listPlace } from './list-place.ts'
export { ListSkeleton } from './list-skeleton.tsx'
export { ListTabs } from './list-tabs.tsx'
export { PageHeader } from './page-header.tsx'
export { PageTurner } from './page-turner.tsx'
export type { Palette } from './palette.ts'
export { PaperFrame } from './paper-frame.tsx'
export { PastEnd } from './past-end.tsx'
export { ProblemNotice, useProblemText } from './problem-notice.tsx'
export { ProgressBar } from './progress-bar.tsx'
export { type ReceiveOptions, type ReceiveProgress, receiveFile } from './receive-file.ts'
export { answer, api, isMissing, offlineProblem, send } from './request.ts'
export { administratorRoles, businessRoles, type DeskRole, holdsRole, roles } from './role.ts'
export {
  type DeskFinder,
  type DeskMenuItem,
  type DeskRoom,
  type DeskRoute,
  type Finding,
  type MenuGroup,
  menuGroups,
} from './room.ts'
export { SearchField } from './search-field.tsx'
export {
  choiceParam,
  dayParam,
  flagParam,
  integerParam,
  parseSearch,
  present,
  stringifySearch,
  textParam,
  uuidParam,
} from './search-params.ts'
export { segmentText } from './segment-text.ts'
export { onSignedInAgain, tellSignedInAgain } from './signed-in-again.ts'
export { StateTag, type Tone } from './state-tag.tsx'
export { defineTexts, startTexts, type Texts, type TextTable, type Translate } from './texts.ts'
export { applyPalette, makeTheme, paletteOf, type ThemeName } from './theme.ts'
export { uiTexts } from './ui.texts.ts'
export { useDismissal } from './use-dismissal.ts'
export { type FilterChange, useFilters } from './use-filters.ts'
export { useFocusBack } from './use-focus-back.ts'
export { useHasPage } from './use-has-page.ts'
export { useListKeys } from './use-list-keys.ts'
export { usePaused } from './use-paused.ts'
export { usePersonId } from './use-person-id.ts'
export { useRoleWords } from './use-role-words.ts'
export { useRowInSight } from './use-row-in-sight.ts'
export { type Sending, useSending } from './use-sending.ts'
export { useSlow } from './use-slow.ts'
export { useWindowDrop } from './use-window-drop.ts'
export { ViewMenu } from './view-menu.tsx'
export { windowId } from './window-id.ts'
