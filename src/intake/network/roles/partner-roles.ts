/**
 * Council staff who work agreed sessions in practices or the neighbourhood team. Adult social care isn't covered by the Additional Roles
 * Reimbursement Scheme: the partner employs and pays. Minutes and returns are assumptions, because no figures are published for such
 * contacts; councils plan about an hour for a first assessment at home.
 */
import type { RoleDocument } from '../../rota-document.ts'
import { meets, role } from './role.ts'

const AGREED = { patientMinutes: 165, contactsADay: 10 }

export const PARTNER_ROLES: readonly RoleDocument[] = [
  {
    ...role('social-care-practitioner', 'Social care practitioner', 'partner', AGREED),
    meets: meets(0.05, { social: 40, carers: 40, frailty: 45, discharge: 40, 'joint-visits': 60 }),
    maxSites: 3,
  },
  {
    ...role('council-occupational-therapist', 'Council occupational therapist', 'partner', AGREED),
    meets: meets(0.05, { frailty: 45, discharge: 45, 'joint-visits': 60 }),
    maxSites: 3,
  },
]
