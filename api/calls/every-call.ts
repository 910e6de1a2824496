/** THE LIST of the service's calls, in the order of the documentation. */
import { linkAccount, listAccounts, unlinkAccount } from './accounts.ts'
import { addCalendar, listCalendars, readCalendar, removeCalendar } from './calendars.ts'
import type { Call } from './call.ts'
import { compareScenarios } from './comparisons.ts'
import { findCovers } from './covers.ts'
import { getEvidence, getMonthLists } from './evidence.ts'
import { explain } from './explanations.ts'
import { exportRota, getRotaFile } from './exports.ts'
import { getFairness } from './fairness.ts'
import { forecastDemand } from './forecasts.ts'
import { getMetrics, isAlive, isReady } from './health.ts'
import { importUpload } from './imports.ts'
import { acceptSwap, getSwap, listSwaps, proposeSwap, refuseSwap } from './kept-swaps.ts'
import { listKeys, makeKey, revokeKey } from './keys.ts'
import { addLeave, listLeave, removeLeave } from './leave.ts'
import { checkLeave } from './leave-checks.ts'
import { answerMixes } from './mixes.ts'
import { getRecord, keepRecord, listRecordVersions, patchRecord, proposeRecord } from './network-records.ts'
import { findNetworks, getNetworkDocument, listRules } from './networks.ts'
import { followOperation, getOperation, listOperations, stopOperation } from './operations.ts'
import { addOwnCalendar, listOwnCalendars, removeOwnCalendar } from './own-calendars.ts'
import { agreeToOwnSwap, listOwnSwaps, proposeOwnSwap, refuseOwnSwap, withdrawOwnSwap } from './own-swaps.ts'
import { changeOwnWishes, getOwnWeeks, getOwnWishes } from './own-weeks.ts'
import { changeRoles, endSessions, forgetPerson, invitePerson, listPeople, whoAmI } from './people.ts'
import { erasePerson, exportPerson } from './person-records.ts'
import { getPublished, publishRota, withdrawRota } from './publications.ts'
import { replanWeek } from './replans.ts'
import { changeRetention, deleteRecordVersion, deleteRota, deleteWeek, getRetention } from './retention.ts'
import { comeBack, signIn, signOut } from './signing-in.ts'
import { sketchWeek } from './sketches.ts'
import { judge, planSmallWeek, validate } from './small-calls.ts'
import { followSolve } from './solve-events.ts'
import { listSolves } from './solve-list.ts'
import { getSolve, stopSolve, submitSolve } from './solves.ts'
import { stressRota } from './stress-tests.ts'
import { checkOwnSwap, checkPublishedSwap } from './swap-checks.ts'
import { checkSwap } from './swaps.ts'
import { getTeamWorkbook } from './team-workbooks.ts'
import { addWebhook, listDeliveries, listWebhooks, removeWebhook } from './webhooks.ts'
import { getWeekDocument, keepWeekDocument } from './week-documents.ts'
import { proposeWeek } from './week-proposals.ts'
import { getRota, keepRota, listRotas } from './week-rotas.ts'
import { listAudit, listWeeks } from './weeks.ts'

export const CALLS: readonly Call[] = [
  ...[
    planSmallWeek,
    validate,
    judge,
    explain,
    findCovers,
    replanWeek,
    checkSwap,
    compareScenarios,
    answerMixes,
    sketchWeek,
    stressRota,
    exportRota,
    importUpload,
    forecastDemand,
  ],
  ...[submitSolve, listSolves, getSolve, followSolve, stopSolve],
  ...[listOperations, getOperation, followOperation, stopOperation],
  ...[findNetworks, getNetworkDocument, listRules],
  ...[proposeRecord, getRecord, getTeamWorkbook, keepRecord, patchRecord, listRecordVersions, deleteRecordVersion],
  ...[listLeave, addLeave, removeLeave, checkLeave, getFairness, getEvidence, getMonthLists],
  ...[listWeeks, proposeWeek, getWeekDocument, keepWeekDocument, deleteWeek],
  ...[listRotas, keepRota, getRota, getRotaFile, deleteRota, publishRota, withdrawRota, getPublished],
  ...[exportPerson, erasePerson, listAudit, getRetention, changeRetention],
  ...[getOwnWeeks, getOwnWishes, changeOwnWishes, listAccounts, linkAccount, unlinkAccount],
  ...[listSwaps, checkPublishedSwap, proposeSwap, getSwap, acceptSwap, refuseSwap],
  ...[listOwnSwaps, checkOwnSwap, proposeOwnSwap, agreeToOwnSwap, refuseOwnSwap, withdrawOwnSwap],
  ...[addCalendar, listCalendars, removeCalendar, listOwnCalendars, addOwnCalendar, removeOwnCalendar, readCalendar],
  ...[addWebhook, listWebhooks, removeWebhook, listDeliveries],
  ...[whoAmI, listPeople, invitePerson, changeRoles, forgetPerson, endSessions, listKeys, makeKey, revokeKey],
  ...[signIn, comeBack, signOut],
  ...[isAlive, isReady, getMetrics],
]
