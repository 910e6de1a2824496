/** What words, headings and figures in files are taken to mean. */
import { describe, expect, it } from 'vitest'
import type { ImportContext } from '../../../../src/intake/imports/import-answer.ts'
import { importFile, likelyKind } from '../../../../src/intake/imports/import-file.ts'
import { roleNamed } from '../../../../src/intake/imports/role-words.ts'
import { csv, testContext } from './import-context.ts'

const ofNetwork = (given: Partial<ImportContext>): ImportContext => ({ ...testContext(), ...given })

describe('role titles as practices write them', () => {
  it.each([
    ['ANP', 'anp'],
    ['FCP', 'physio'],
    ['Clin Pharm', 'pharmacist'],
    ['HCA (Band 3)', 'hca'],
    ['SPLW', 'social-prescriber'],
    ['GP ST3', 'gp-registrar'],
    ['Pharmasist', 'pharmacist'],
    ['Practise Nurse', 'practice-nurse'],
    ['Partner', 'gp-partner'],
  ])('%s', (text, role) => {
    expect(roleNamed(text, testContext())).toMatchObject({ kind: 'role', role })
  })

  it('of people who see no patients leave them out; others are unknown', () => {
    expect(roleNamed('Receptionist', testContext()).kind).toBe('other')
    expect(roleNamed('Wizard', testContext()).kind).toBe('unknown')
  })
})

describe('a team', () => {
  it('has words like any other where programs have names of their own', () => {
    const lines = ['Name,Role,Mon AM,Site', 'Ann Lee,GP,constructor,toString']
    const { problems } = importFile(csv(...lines), 'team', testContext())
    expect(problems).toMatchObject([{ row: 2, column: 'C', seen: 'constructor' }])
  })

  it('says that a mark in a whole day’s column was read as both halves, and only there', () => {
    const whole = importFile(csv('Name,Role,Mon,Tue AM', 'Ann Lee,GP partner,x,x'), 'team', testContext())
    expect(whole.result?.people).toMatchObject([{ works: ['mon-am', 'mon-pm', 'tue-am'] }])
    const marks = whole.understood?.guesses.filter(({ seen }) => seen === 'x')
    expect(marks).toMatchObject([{ column: 'C', taken: 'read as working the whole day, morning and afternoon' }])
  })

  it.each(['Mon Tue Thu', 'Mon, Tue, Thu', 'Mon,Tue,Thu,', 'Mon; Tue and Thu'])('has days written “%s”', (days) => {
    const lines = ['Name,Role,Sessions,Working days', `Ann Lee,GP partner,6,"${days}"`]
    const { problems, result } = importFile(csv(...lines), 'team', testContext())
    expect(problems).toEqual([])
    expect(result?.people).toMatchObject([{ works: ['mon-am', 'mon-pm', 'tue-am', 'tue-pm', 'thu-am', 'thu-pm'] }])
  })

  it('has days with nothing but spaces between them, and practices without the last word of their name', () => {
    const sites = [
      { id: 'A1', name: 'Clare Guildhall Surgery' },
      { id: 'A2', name: 'Elm Park Surgery' },
    ]
    const lines = ['Name,Role,Sessions,Practice,Working days', 'Ann Lee,GP partner,6,Clare Guildhall,Mon Tue Thu']
    const { problems, result } = importFile(csv(...lines), 'team', ofNetwork({ sites }))
    expect(problems).toEqual([])
    expect(result?.people).toMatchObject([
      { home: 'A1', works: ['mon-am', 'mon-pm', 'tue-am', 'tue-pm', 'thu-am', 'thu-pm'] },
    ])
  })

  it('in a grid of Mon AM to Fri PM under two rows of headings, with sections, totals and WTE', () => {
    const { understood, problems, result } = importFile(
      csv(
        'Greenfield Surgery rota',
        ',Mon,,Tue,,Wed,,WTE',
        'Name,AM,PM,AM,PM,AM,PM,',
        'GPs',
        'Dr Ann Lee,✓,surgery,off,,x,AL,0.5',
        'Nurses',
        'Bob Ray,,,AM,PM,,,',
        'Total,1,1,1,1,1,0,',
      ),
      'team',
      testContext(),
    )
    expect(problems).toEqual([])
    expect(result?.people).toMatchObject([
      { name: 'Dr Ann Lee', role: 'salaried-gp', contract: { sessions: 4.5 }, works: ['mon-am', 'mon-pm', 'wed-am'] },
      { name: 'Bob Ray', role: 'practice-nurse', contract: { sessions: 2 }, works: ['tue-am', 'tue-pm'] },
    ])
    expect(understood?.notImported.map(({ seen }) => seen)).toContain('Total')
    expect(understood?.guesses.map(({ taken }) => taken).join()).toContain('4.5 sessions a week')
  })

  it('in a list with hours, days and dates; a name twice that differs is a problem', () => {
    const lines = [
      'Surname,First name,Job title,Hours,Working days,Start date',
      'Lee,Ann,HCA,25,"Mon-Wed, Thu am",01/09/2026',
    ]
    const { result } = importFile(csv(...lines), 'team', testContext())
    expect(result?.people).toMatchObject([
      {
        name: 'Ann Lee',
        role: 'hca',
        contract: { sessions: 6 },
        works: ['mon-am', 'mon-pm', 'tue-am', 'tue-pm', 'wed-am', 'wed-pm', 'thu-am'],
        from: '2026-09-01',
      },
    ])
    const twice = importFile(csv(...lines, 'Lee,Ann,HCA,30,Fri,'), 'team', testContext())
    expect(twice.problems).toMatchObject([{ row: 3, detail: 'This name stands in two rows that differ.' }])
  })
})

describe('appointments as published', () => {
  const DAILY =
    'SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_ONS_CODE,SUB_ICB_LOCATION_NAME,ICB_ONS_CODE,REGION_ONS_CODE,Appointment_Date,APPT_STATUS,HCP_TYPE,APPT_MODE,TIME_BETWEEN_BOOK_AND_APPT,COUNT_OF_APPOINTMENTS'

  it.each([
    [
      DAILY,
      '01D,E38000080,NHS Greater Manchester, Heywood, Middleton and Rochdale,E54000057,E40000010,02APR2024,Appt Status Not Provided,HCP Type Not Provided,Telephone,15  to 21 Days,7',
    ],
    [
      'sub_icb_location_code,sub_icb_location_ons_code,sub_icb_location,icb_ons_code,region_ons_code,appointment_date,appt_status,hcp_type,appt_mode,time_between_book_and_appt,count_of_appointments',
      '01D,E38000080,Rochdale,E54000057,E40000010,02APR2024,Unknown,Unknown,Telephone,15 to 21 Days,7',
    ],
    [
      'ccg_code,ccg_ons_code,ccg_name,stp_code,subregion_ons_code,appointment_date,appt_status,hcp_type,appt_mode,time_between_book_and_appt,count_of_appointments',
      '01D,E38000080,Heywood, Middleton and Rochdale,E54000007,E39000042,02APR2024,Unknown,Unknown,Telephone,15  to 21 Days,7',
    ],
    [
      'ccg_code,ccg_ons_code,ccg_name,stp_ons_code,regional_local_office_ons_code,region_ons_code,appointment_date,appt_status,hcp_type,appt_mode,time_between_book_and_appt,count_of_appointments',
      '01D,E38000080,Rochdale,E54000007,E39000042,E40000010,02APR2024,Unknown,Unknown,Telephone,15  to 21 Days,7',
    ],
  ])('have headings like %s', (head, row) => {
    const { problems, result } = importFile(csv(head, row), 'demand', testContext())
    expect(problems).toEqual([])
    expect(result?.figures).toMatchObject({ total: 7, areas: { '01D': 7 }, days: { '2024-04-02': 7 } })
    expect(result?.figures?.sums).toMatchObject({
      status: { Unknown: 7 },
      professional: { Unknown: 7 },
      'time from booking': { '15 to 21 Days': 7 },
    })
    expect(result?.series).toMatchObject([{ date: '2024-04-02', contacts: 7 }])
  })

  it('by practice and category become weekly demand of the network’s own practices, by a mapping if there is one', () => {
    const head =
      'APPOINTMENT_MONTH_START_DATE,GP_CODE,GP_NAME,HCP_TYPE,APPT_MODE,NATIONAL_CATEGORY,TIME_BETWEEN_BOOK_AND_APPT,COUNT_OF_APPOINTMENTS,APPT_STATUS'
    const row = (gp: string, category: string, count: number) =>
      `01APR2024,${gp},SURGERY,GP,Telephone,${category},Same Day,${count},Attended`
    const file = csv(
      head,
      row('A99901', 'Structured Medication Review', 44),
      row('A99901', 'Unmapped', 22),
      row('B00001', 'Unmapped', 5),
    )
    const context = ofNetwork({ sites: [{ id: 'A99901', name: 'Alder' }], mapping: { needs: { unmapped: 'routine' } } })
    const { result } = importFile(file, 'demand', context)
    // April 2024 has 22 weekdays: 4.4 weeks.
    expect(result?.demand?.weekly).toEqual([
      { site: 'A99901', need: 'medication', contacts: 10 },
      { site: 'A99901', need: 'routine', contacts: 5 },
    ])
    expect(result?.figures?.practices.map(({ ods }) => ods)).toEqual(['A99901'])
    expect(importFile(file, 'demand', ofNetwork({ sites: context.sites })).result?.demand?.weekly).toHaveLength(1)
  })

  it('with a row that cannot be read give no result', () => {
    const { problems, result } = importFile(
      csv(DAILY, '01D,E38000080,X,E54000057,E40000010,02APR2024,a,b,c,d,many'),
      'demand',
      testContext(),
    )
    expect(problems).toMatchObject([{ row: 2, column: 'K', seen: 'many' }])
    expect(result).toBeUndefined()
  })
})

it('a practice’s own counts become an ordinary week by need', () => {
  const days = ['02/11/2026', '03/11/2026', '04/11/2026', '05/11/2026', '06/11/2026']
  const rows = days.flatMap((day) => [`${day},On the day,12`, `${day},Smear,4`, `${day},Zumba,1`])
  const { understood, result } = importFile(csv('Date,Type,Count', ...rows), 'demand', testContext({ site: 'A99901' }))
  expect(result?.demand?.weekly).toEqual([
    { site: 'A99901', need: 'urgent', contacts: 60 },
    { site: 'A99901', need: 'screening', contacts: 20 },
  ])
  expect(understood?.notImported.map(({ seen }) => seen)).toEqual(['Zumba'])
})

it('what a file holds is recognised', () => {
  const kind = (...lines: readonly string[]) => likelyKind(csv(...lines), testContext())
  expect(kind('Name,Role,Sessions', 'Ann Lee,ANP,6')).toBe('team')
  expect(kind('Name,From,To', 'Ann Lee,21/12/2026,22/12/2026')).toBe('leave')
  expect(kind('Date,Ann Lee,Bob Ray', '30/11/2026,clinic,off', '01/12/2026,off,duty', '02/12/2026,clinic,duty')).toBe(
    'rota',
  )
  expect(kind('Date,Type,Count', '30/11/2026,Smear,4')).toBe('demand')
  expect(kind('BEGIN:VCALENDAR', 'END:VCALENDAR')).toBe('leave')
})
