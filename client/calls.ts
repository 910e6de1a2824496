/**
 * Every call of the service, from its OpenAPI document. Written by `npm run client`: do not change it by hand.
 */

export type Document = {
  readonly format: 'rota/1'
  readonly note?: string
  readonly synthetic?: boolean
  readonly network: {
    readonly ods: string
    readonly name: string
    readonly timezone?: string
  }
  readonly week: {
    readonly from: string
    readonly weeks?: number
  }
  readonly parts: readonly {
    readonly id: string
    readonly starts: string
    readonly ends: string
    readonly days: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[]
    readonly enhancedAccess?: boolean
    readonly counts?: number
  }[]
  readonly closed?: readonly {
    readonly date: string
    readonly why: string
    readonly sites?: readonly string[]
    readonly parts?: readonly string[]
  }[]
  readonly sites: readonly {
    readonly id: string
    readonly name: string
    readonly patients: number
    readonly adjustedPatients?: number
    readonly rooms: number
    readonly travel?: {
      readonly [name: string]: number
    }
  }[]
  readonly needs: readonly {
    readonly id: string
    readonly title: string
    readonly within: string
    readonly weight: number
    readonly shared?: boolean
    readonly remote?: number
    readonly visit?: boolean
    readonly followUp?: boolean
    readonly skill?: string
    readonly gpadCategory?: string
    readonly official?: boolean
  }[]
  readonly roles: readonly {
    readonly id: string
    readonly title: string
    readonly sessionMinutes?: number
    readonly patientMinutes?: number
    readonly costPerSession?: number
    readonly maxContactsPerDay?: number
    readonly maxSites?: number
    readonly meets?: {
      readonly [name: string]: {
        readonly minutes: number
        readonly returns?: number
      }
    }
    readonly supervision?: {
      readonly minutes: number
      readonly by: readonly string[]
      readonly where?: 'site' | 'network'
    }
    readonly duty?: boolean
    readonly funding?: string
  }[]
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly role: string
    readonly home: string
    readonly sites?: readonly string[]
    readonly contract: {
      readonly sessions: number
      readonly flex?: number
      readonly protected?: number
    }
    readonly skills?: readonly string[]
    readonly away?: readonly {
      readonly from: string
      readonly to: string
      readonly parts?: readonly string[]
    }[]
    readonly works?: readonly string[]
    readonly wishes?: readonly {
      readonly part: string
      readonly date?: string | null
      readonly want: 'off' | 'on'
      readonly weight?: number
    }[]
  }[]
  readonly demand: readonly {
    readonly site: string
    readonly need: string
    readonly date: string
    readonly part: string
    readonly contacts: number
  }[]
  readonly backlog?: readonly {
    readonly site: string
    readonly need: string
    readonly waitedDays: number
    readonly contacts: number
  }[]
  readonly pins?: readonly {
    readonly person: string
    readonly date: string
    readonly part: string
    readonly site?: string
    readonly work: 'clinic' | 'duty' | 'visits' | 'supervision' | 'admin' | 'training' | 'outside' | 'off'
  }[]
  readonly published?: readonly {
    readonly person: string
    readonly date: string
    readonly part: string
    readonly site: string
    readonly work: 'clinic' | 'duty' | 'visits' | 'supervision' | 'admin' | 'training' | 'outside'
    readonly remote?: boolean
  }[] | null
  readonly history?: readonly {
    readonly person: string
    readonly mondays?: number
    readonly fridays?: number
    readonly duties?: number
    readonly evenings?: number
    readonly saturdays?: number
    readonly sessions: number
    /** The latest weeks over which all of this was counted: fewer for whoever has joined, or come back, since. As many as anybody has where left out. */
    readonly weeks?: number
    /** The fair share of each in those weeks, where somebody has kept count; reckoned from the weeks where left out. */
    readonly fair?: {
      readonly mondays?: number
      readonly fridays?: number
      readonly duties?: number
      readonly evenings?: number
      readonly saturdays?: number
    }
    readonly protectedOwed?: number
  }[]
  readonly before?: readonly {
    readonly person: string
    readonly date: string
    readonly part: string
    readonly site: string
    readonly work: 'clinic' | 'duty' | 'visits' | 'supervision' | 'admin' | 'training' | 'outside'
    readonly remote?: boolean
  }[]
  readonly rules?: {
    readonly [name: string]: false | {
      readonly level?: string
      readonly weight?: number
      readonly [name: string]: unknown
    }
  }
  readonly plan?: 'mean' | 'p80'
  readonly solve?: {
    readonly seconds?: number
    readonly gap?: number
    readonly seed?: number
    readonly engine?: 'auto' | 'highs' | 'javascript-lp-solver' | 'highs-native'
  }
}

export type Report = {
  readonly format: 'report/1'
  readonly status: 'optimal' | 'within-gap' | 'out-of-time' | 'impossible' | 'no-rota' | 'stopped'
  readonly disputed: boolean
  readonly note?: string
  /** The people are made up. */
  readonly synthetic?: true
  /** What the document says and is accepted, but is probably a mistake. */
  readonly remarks: readonly {
    /** JSON Pointer (RFC 6901) into the document. */
    readonly pointer: string
    readonly detail: string
    readonly maybe?: string
  }[]
  readonly network: {
    readonly ods: string
    readonly name: string
  }
  readonly week: {
    readonly from: string
    readonly weeks: number
  }
  readonly levels: readonly {
    readonly level: 'never' | 'safety' | 'urgent' | 'service' | 'wellbeing' | 'cost' | 'wish'
    readonly value: number
    readonly bound: number
    readonly gap: number
    readonly seconds: number
    readonly unit: string
    readonly floor: number
  }[]
  readonly audit: {
    readonly agrees: boolean
    readonly rules: readonly {
      readonly rule: string
      readonly model: number
      readonly rota: number
    }[]
  }
  readonly assignments: readonly {
    readonly person: string
    readonly date: string
    readonly part: string
    readonly site: string
    readonly work: 'clinic' | 'duty' | 'visits' | 'supervision' | 'admin' | 'training' | 'outside'
    readonly remote?: true
  }[]
  readonly clinics: readonly {
    readonly date: string
    readonly part: string
    readonly site: string
    readonly role: string
    readonly skills?: readonly string[]
    readonly work: 'clinic' | 'duty' | 'visits'
    readonly need: string
    readonly patientsOf: string
    readonly contacts: number
  }[]
  readonly service: {
    /** What same-day need is planned and counted at: its mean, or its 80th percentile. */
    readonly plan: 'mean' | 'p80'
    /** By the official measure of same-day access; where no need is in it, every same-day need. */
    readonly urgent: {
      readonly due: number
      readonly inTime: number
      readonly share: number
      /** What the same rota meets if as many come as are expected. */
      readonly atMean: {
        readonly due: number
        readonly inTime: number
        readonly share: number
      }
    }
    /** Every other need, against its own target. */
    readonly routine: {
      readonly due: number
      readonly inTime: number
      readonly share: number
    }
    /** Of the non-urgent contacts that are met, those met within seven days of asking. */
    readonly withinOneWeek: {
      readonly due: number
      readonly inTime: number
      readonly share: number
    }
    readonly withinTwoWeeks: {
      readonly due: number
      readonly inTime: number
      readonly share: number
    }
    /** Routine contacts whose target passes unmet. */
    readonly overdue: {
      readonly contacts: number
      /** Most days of the calendar past the target. */
      readonly days: number
      /** Those that still wait at the end. */
      readonly waiting: number
    }
    /** Every same-day need, triage too. */
    readonly sameDay: {
      readonly due: number
      readonly inTime: number
      readonly share: number
      /** What the same rota meets if as many come as are expected. */
      readonly atMean: {
        readonly due: number
        readonly inTime: number
        readonly share: number
      }
    }
    readonly unmet: readonly {
      readonly site: string
      readonly need: string
      readonly date: string
      readonly contacts: number
      readonly cause?: string
    }[]
    readonly bySite: readonly {
      readonly site: string
      /** By the official measure of same-day access; where no need is in it, every same-day need. */
      readonly urgent: {
        readonly due: number
        readonly inTime: number
        readonly share: number
        /** What the same rota meets if as many come as are expected. */
        readonly atMean: {
          readonly due: number
          readonly inTime: number
          readonly share: number
        }
      }
      /** Every other need, against its own target. */
      readonly routine: {
        readonly due: number
        readonly inTime: number
        readonly share: number
      }
      /** Of the non-urgent contacts that are met, those met within seven days of asking. */
      readonly withinOneWeek: {
        readonly due: number
        readonly inTime: number
        readonly share: number
      }
      readonly withinTwoWeeks: {
        readonly due: number
        readonly inTime: number
        readonly share: number
      }
      /** Routine contacts whose target passes unmet. */
      readonly overdue: {
        readonly contacts: number
        /** Most days of the calendar past the target. */
        readonly days: number
        /** Those that still wait at the end. */
        readonly waiting: number
      }
      readonly waiting: number
    }[]
    readonly byNeed: readonly {
      readonly due: number
      readonly inTime: number
      readonly share: number
      readonly need: string
      readonly waiting: number
    }[]
    readonly byDay: readonly {
      readonly due: number
      readonly inTime: number
      readonly share: number
      readonly date: string
      readonly site: string
    }[]
  }
  readonly cover: readonly {
    readonly site: string
    readonly date: string
    readonly part: string
    readonly people: number
    readonly minimum: number
  }[]
  readonly findings: readonly {
    readonly rule: string
    readonly level: 'never' | 'safety' | 'urgent' | 'service' | 'wellbeing' | 'cost' | 'wish'
    readonly amount: number
    readonly weight?: number
    readonly date?: string
    readonly part?: string
    readonly week?: number
    readonly site?: string
    readonly need?: string
    readonly role?: string
    readonly people: readonly string[]
    readonly sentence: string
    readonly cause?: string
  }[]
  /** What can be done and by whom, the most pressing first. */
  readonly actions: readonly {
    readonly who: 'practice' | 'network' | 'partner' | 'director'
    /** The practice, where it is its manager’s to act. */
    readonly site?: string
    readonly level: 'never' | 'safety' | 'urgent' | 'service' | 'wellbeing' | 'cost' | 'wish'
    /** What is the matter, as briefly as can be. */
    readonly fact: string
    /** What to do. */
    readonly sentence: string
    readonly why?: string
    /** How many findings it stands for. */
    readonly findings: number
  }[]
  readonly people: readonly {
    readonly id: string
    readonly sessions: number
    readonly contractSessions: number
    readonly sites: number
    readonly contactsPerDayMax: number
    readonly protectedOwed?: number
    readonly fairness: {
      readonly [name: string]: number
    }
  }[]
  readonly unassigned: readonly {
    readonly person: string
    readonly sessions: number
    readonly week?: string
  }[]
  readonly cost: {
    readonly total: number
    readonly byFunding: {
      readonly [name: string]: number
    }
    readonly allowance: {
      readonly arrs?: {
        readonly used: number
        readonly of: number
        readonly source: string
      }
    }
  }
  /** Whole appointments to build, for each person and session. */
  readonly appointments: readonly {
    readonly person: string
    readonly date: string
    readonly part: string
    readonly need: string
    readonly mode: 'face-to-face' | 'remote' | 'home-visit'
    /** Length of each. */
    readonly minutes: number
    /** How many. */
    readonly contacts: number
  }[]
  /** Duty doctors of each site, from the beginning of core hours to their end. */
  readonly duties: readonly {
    readonly site: string
    readonly date: string
    /** Local clock time, HH:mm. */
    readonly from: string
    /** Local clock time, HH:mm. */
    readonly to: string
    /** Null where nobody is. */
    readonly person: string | null
    /** Where the duty doctor works, where sites share one. */
    readonly at?: string
  }[]
  /** Sessions that a locum could hold. */
  readonly gaps: readonly {
    readonly site: string
    readonly date: string
    readonly part: string
    readonly role: string
    /** Rule that it would help to keep. */
    readonly rule: string
    readonly why: string
    /** Likely price in pounds; null where nothing is known of it. */
    readonly price: number | null
    readonly priceFrom: 'document' | 'locum-rates' | 'own-people' | null
  }[]
  /** Who is there to be asked by people who work under supervision. */
  readonly debriefs: readonly {
    readonly person: string
    /** Null where nobody has room for another. */
    readonly supervisor: string | null
    readonly date: string
    readonly part: string
    readonly site: string
    readonly minutes: number
  }[]
  readonly clash?: {
    readonly sentences: readonly string[]
    readonly rules: readonly string[]
    readonly repairs: readonly {
      readonly sentence: string
      readonly verified: boolean
    }[]
    readonly others?: readonly {
      readonly sentences: readonly string[]
      readonly rules: readonly string[]
    }[]
  }
  readonly stamp: {
    readonly engine: string
    readonly engineVersion: string
    readonly engineWhy: string
    readonly seed: number
    readonly documentHash: string
    readonly rulesVersion: string
    readonly seconds: number
    readonly checked: boolean
    readonly columns: number
    readonly wholeColumns: number
    readonly rows: number
  }
}

export type Operation = {
  readonly id: string
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'stopped'
  readonly network: string
  readonly weekFrom: string
  readonly documentHash: string
  readonly submittedAt: string
  readonly startedAt?: string
  readonly finishedAt?: string
  /** When this operation and its report are forgotten. */
  readonly expiresAt?: string
  readonly stopRequested: boolean
  /** How often a worker has taken it up. */
  readonly attempts: number
  readonly progress?: {
    /** What is being done, in words. */
    readonly stage: string
    readonly level: 'never' | 'safety' | 'urgent' | 'service' | 'wellbeing' | 'cost' | 'wish' | null
    readonly bound: number | null
    readonly best: number | null
    readonly gap: number | null
    readonly seconds: number
  }
  /** Counts the reports of this network and week. */
  readonly version?: number
  readonly report?: Report
  /** Why there is no report, where the state is failed. */
  readonly problem?: Problem
}

export type Rota = {
  readonly network: string
  readonly weekFrom: string
  readonly version: number
  readonly source: 'solve' | 'hand'
  /** The operation that made it, while it is remembered. */
  readonly solve?: string
  /** How the solve ended. */
  readonly status?: string
  readonly documentHash: string
  /** Of the document that it was made for, where that is kept. */
  readonly documentVersion?: number
  readonly madeAt: string
  /** Who, as the audit log has them: an id, never a name. */
  readonly madeBy: string
  readonly published?: {
    readonly at: string
    /** Who, as the audit log has them: an id, never a name. */
    readonly by: string
    /** Those that it is published for. */
    readonly weeks: readonly string[]
  }
  /** Of a solve. */
  readonly report?: Report
  /** Of a rota made by hand, as is what follows. */
  readonly assignments?: readonly {
    readonly person: string
    readonly date: string
    readonly part: string
    readonly site: string
    readonly work: 'clinic' | 'duty' | 'visits' | 'supervision' | 'admin' | 'training' | 'outside'
    readonly remote?: true
  }[]
  readonly clinics?: readonly {
    readonly date: string
    readonly part: string
    readonly site: string
    readonly role: string
    readonly skills?: readonly string[]
    readonly work: 'clinic' | 'duty' | 'visits'
    readonly need: string
    readonly patientsOf: string
    readonly contacts: number
  }[]
  readonly judgement?: {
    /** What the document says and is accepted, but is probably a mistake. */
    readonly remarks: readonly {
      /** JSON Pointer (RFC 6901) into the document. */
      readonly pointer: string
      readonly detail: string
      readonly maybe?: string
    }[]
    /** In order; `never` only where such a rule is broken. */
    readonly levels: readonly {
      readonly level: 'never' | 'safety' | 'urgent' | 'service' | 'wellbeing' | 'cost' | 'wish'
      readonly value: number
      readonly bound?: number
      readonly gap?: number
      readonly unit: string
      readonly floor: number
    }[]
    readonly findings: readonly {
      readonly rule: string
      readonly level: 'never' | 'safety' | 'urgent' | 'service' | 'wellbeing' | 'cost' | 'wish'
      readonly amount: number
      readonly weight?: number
      readonly date?: string
      readonly part?: string
      readonly week?: number
      readonly site?: string
      readonly need?: string
      readonly role?: string
      readonly people: readonly string[]
      readonly sentence: string
      readonly cause?: string
    }[]
    readonly agrees: boolean
    /** `exact`: the rota came without clinics, and is judged with the best that its people could hold. */
    readonly clinicPlan: 'given' | 'exact'
    /** Whom that plan has work by telephone, since rooms are short and the rota does not say. */
    readonly byTelephone?: readonly {
      readonly person: string
      readonly date: string
      readonly part: string
      readonly site: string
    }[]
    readonly service: {
      /** What same-day need is planned and counted at: its mean, or its 80th percentile. */
      readonly plan: 'mean' | 'p80'
      /** By the official measure of same-day access; where no need is in it, every same-day need. */
      readonly urgent: {
        readonly due: number
        readonly inTime: number
        readonly share: number
        /** What the same rota meets if as many come as are expected. */
        readonly atMean: {
          readonly due: number
          readonly inTime: number
          readonly share: number
        }
      }
      /** Every other need, against its own target. */
      readonly routine: {
        readonly due: number
        readonly inTime: number
        readonly share: number
      }
      /** Of the non-urgent contacts that are met, those met within seven days of asking. */
      readonly withinOneWeek: {
        readonly due: number
        readonly inTime: number
        readonly share: number
      }
      readonly withinTwoWeeks: {
        readonly due: number
        readonly inTime: number
        readonly share: number
      }
      /** Routine contacts whose target passes unmet. */
      readonly overdue: {
        readonly contacts: number
        /** Most days of the calendar past the target. */
        readonly days: number
        /** Those that still wait at the end. */
        readonly waiting: number
      }
      /** Every same-day need, triage too. */
      readonly sameDay: {
        readonly due: number
        readonly inTime: number
        readonly share: number
        /** What the same rota meets if as many come as are expected. */
        readonly atMean: {
          readonly due: number
          readonly inTime: number
          readonly share: number
        }
      }
      readonly unmet: readonly {
        readonly site: string
        readonly need: string
        readonly date: string
        readonly contacts: number
        readonly cause?: string
      }[]
      readonly bySite: readonly {
        readonly site: string
        /** By the official measure of same-day access; where no need is in it, every same-day need. */
        readonly urgent: {
          readonly due: number
          readonly inTime: number
          readonly share: number
          /** What the same rota meets if as many come as are expected. */
          readonly atMean: {
            readonly due: number
            readonly inTime: number
            readonly share: number
          }
        }
        /** Every other need, against its own target. */
        readonly routine: {
          readonly due: number
          readonly inTime: number
          readonly share: number
        }
        /** Of the non-urgent contacts that are met, those met within seven days of asking. */
        readonly withinOneWeek: {
          readonly due: number
          readonly inTime: number
          readonly share: number
        }
        readonly withinTwoWeeks: {
          readonly due: number
          readonly inTime: number
          readonly share: number
        }
        /** Routine contacts whose target passes unmet. */
        readonly overdue: {
          readonly contacts: number
          /** Most days of the calendar past the target. */
          readonly days: number
          /** Those that still wait at the end. */
          readonly waiting: number
        }
        readonly waiting: number
      }[]
      readonly byNeed: readonly {
        readonly due: number
        readonly inTime: number
        readonly share: number
        readonly need: string
        readonly waiting: number
      }[]
      readonly byDay: readonly {
        readonly due: number
        readonly inTime: number
        readonly share: number
        readonly date: string
        readonly site: string
      }[]
    }
  }
}

export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly errors?: readonly {
    readonly pointer: string
    readonly detail: string
    readonly seen?: string
    readonly maybe?: string
  }[]
}

/** What each call takes and answers. */
export interface Calls {
  /** Takes a document of any size in, to be solved as soon as a worker is free. */
  readonly submitSolve: {
    readonly headers?: {
      /** A name of the caller’s own for this call. Sent again with the same document, it is the same operation. */
      readonly 'Idempotency-Key'?: string
    }
    readonly body: Document
    readonly answers: {
      readonly 200: Operation
      readonly 202: Operation
    }
  }
  /** How far an operation is; its report once there is one. */
  readonly getSolve: {
    readonly path: {
      /** The operation’s id. */
      readonly id: string
    }
    readonly answers: {
      readonly 200: Operation
    }
  }
  /** Cancels what waits, and asks what runs to end with the best rota so far, which stays readable. */
  readonly stopSolve: {
    readonly path: {
      /** The operation’s id. */
      readonly id: string
    }
    readonly answers: {
      readonly 200: Operation
      readonly 202: Operation
    }
  }
  /** What happens to an operation, as server-sent events named `state` and `progress`, until it is finished. */
  readonly followSolve: {
    readonly path: {
      /** The operation’s id. */
      readonly id: string
    }
    readonly headers?: {
      /** Goes on behind the event of this number. */
      readonly 'Last-Event-ID'?: string
    }
    readonly answers: {
      readonly 200: AsyncIterable<{ readonly id: string; readonly event: string; readonly data: string }>
      readonly 204: undefined
    }
  }
  /** Solves a small document within ten seconds. Short, impossible and out of time are reports too. */
  readonly planSmallWeek: {
    readonly body: Document
    readonly answers: {
      readonly 200: Report
    }
  }
  /** Checks a document only. */
  readonly validate: {
    readonly body: Document
    readonly answers: {
      readonly 200: {
        readonly valid: true
        readonly documentHash: string
        /** What the document says and is accepted, but is probably a mistake. */
        readonly remarks: readonly {
          /** JSON Pointer (RFC 6901) into the document. */
          readonly pointer: string
          readonly detail: string
          readonly maybe?: string
        }[]
        readonly size: {
          readonly people: number
          readonly sites: number
          readonly needs: number
          readonly sessions: number
        }
      }
    }
  }
  /** What every rule says of a rota that somebody made, and what it comes to on every level. Without clinics it is judged with the best ones. */
  readonly judge: {
    readonly body: {
      readonly document: unknown
      readonly rota: unknown
    }
    readonly answers: {
      readonly 200: {
        /** What the document says and is accepted, but is probably a mistake. */
        readonly remarks: readonly {
          /** JSON Pointer (RFC 6901) into the document. */
          readonly pointer: string
          readonly detail: string
          readonly maybe?: string
        }[]
        /** In order; `never` only where such a rule is broken. */
        readonly levels: readonly {
          readonly level: 'never' | 'safety' | 'urgent' | 'service' | 'wellbeing' | 'cost' | 'wish'
          readonly value: number
          readonly bound?: number
          readonly gap?: number
          readonly unit: string
          readonly floor: number
        }[]
        readonly findings: readonly {
          readonly rule: string
          readonly level: 'never' | 'safety' | 'urgent' | 'service' | 'wellbeing' | 'cost' | 'wish'
          readonly amount: number
          readonly weight?: number
          readonly date?: string
          readonly part?: string
          readonly week?: number
          readonly site?: string
          readonly need?: string
          readonly role?: string
          readonly people: readonly string[]
          readonly sentence: string
          readonly cause?: string
        }[]
        readonly agrees: boolean
        /** `exact`: the rota came without clinics, and is judged with the best that its people could hold. */
        readonly clinicPlan: 'given' | 'exact'
        /** Whom that plan has work by telephone, since rooms are short and the rota does not say. */
        readonly byTelephone?: readonly {
          readonly person: string
          readonly date: string
          readonly part: string
          readonly site: string
        }[]
        readonly service: {
          /** What same-day need is planned and counted at: its mean, or its 80th percentile. */
          readonly plan: 'mean' | 'p80'
          /** By the official measure of same-day access; where no need is in it, every same-day need. */
          readonly urgent: {
            readonly due: number
            readonly inTime: number
            readonly share: number
            /** What the same rota meets if as many come as are expected. */
            readonly atMean: {
              readonly due: number
              readonly inTime: number
              readonly share: number
            }
          }
          /** Every other need, against its own target. */
          readonly routine: {
            readonly due: number
            readonly inTime: number
            readonly share: number
          }
          /** Of the non-urgent contacts that are met, those met within seven days of asking. */
          readonly withinOneWeek: {
            readonly due: number
            readonly inTime: number
            readonly share: number
          }
          readonly withinTwoWeeks: {
            readonly due: number
            readonly inTime: number
            readonly share: number
          }
          /** Routine contacts whose target passes unmet. */
          readonly overdue: {
            readonly contacts: number
            /** Most days of the calendar past the target. */
            readonly days: number
            /** Those that still wait at the end. */
            readonly waiting: number
          }
          /** Every same-day need, triage too. */
          readonly sameDay: {
            readonly due: number
            readonly inTime: number
            readonly share: number
            /** What the same rota meets if as many come as are expected. */
            readonly atMean: {
              readonly due: number
              readonly inTime: number
              readonly share: number
            }
          }
          readonly unmet: readonly {
            readonly site: string
            readonly need: string
            readonly date: string
            readonly contacts: number
            readonly cause?: string
          }[]
          readonly bySite: readonly {
            readonly site: string
            /** By the official measure of same-day access; where no need is in it, every same-day need. */
            readonly urgent: {
              readonly due: number
              readonly inTime: number
              readonly share: number
              /** What the same rota meets if as many come as are expected. */
              readonly atMean: {
                readonly due: number
                readonly inTime: number
                readonly share: number
              }
            }
            /** Every other need, against its own target. */
            readonly routine: {
              readonly due: number
              readonly inTime: number
              readonly share: number
            }
            /** Of the non-urgent contacts that are met, those met within seven days of asking. */
            readonly withinOneWeek: {
              readonly due: number
              readonly inTime: number
              readonly share: number
            }
            readonly withinTwoWeeks: {
              readonly due: number
              readonly inTime: number
              readonly share: number
            }
            /** Routine contacts whose target passes unmet. */
            readonly overdue: {
              readonly contacts: number
              /** Most days of the calendar past the target. */
              readonly days: number
              /** Those that still wait at the end. */
              readonly waiting: number
            }
            readonly waiting: number
          }[]
          readonly byNeed: readonly {
            readonly due: number
            readonly inTime: number
            readonly share: number
            readonly need: string
            readonly waiting: number
          }[]
          readonly byDay: readonly {
            readonly due: number
            readonly inTime: number
            readonly share: number
            readonly date: string
            readonly site: string
          }[]
        }
      }
    }
  }
  /** The weeks that something is kept for, newest first. */
  readonly listWeeks: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
    }
    readonly answers: {
      readonly 200: {
        readonly network: string
        readonly weeks: readonly {
          readonly from: string
          /** Without a rota; with one; with one that is published. */
          readonly state: 'open' | 'planned' | 'published'
          /** The newest version. */
          readonly document?: {
            readonly version: number
            readonly documentHash: string
            readonly keptAt: string
            /** Who, as the audit log has them: an id, never a name. */
            readonly keptBy: string
          }
          /** The newest version. */
          readonly rota?: number
          readonly published?: {
            /** The Monday that its rota begins on: of a rota of several weeks, maybe one before. */
            readonly from: string
            readonly version: number
            readonly at: string
            /** Who, as the audit log has them: an id, never a name. */
            readonly by: string
          }
        }[]
      }
    }
  }
  /** A week’s document as it was kept: the newest version, or the one that is asked for. */
  readonly getWeekDocument: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
      /** The Monday that the week begins on. */
      readonly from: string
    }
    readonly query?: {
      readonly version?: string
    }
    readonly headers?: {
      /** The ETag of a version that is had already. */
      readonly 'If-None-Match'?: string
    }
    readonly answers: {
      readonly 200: Document
      readonly 304: undefined
    }
  }
  /** Keeps a new version of a week’s document. Two who change it at once never overwrite each other unawares. */
  readonly keepWeekDocument: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
      /** The Monday that the week begins on. */
      readonly from: string
    }
    readonly headers?: {
      /** The ETag of the version that was changed; left out where there is none yet. `*` overwrites whatever there is. */
      readonly 'If-Match'?: string
      /** `*` keeps the document only where there is none yet. */
      readonly 'If-None-Match'?: string
    }
    readonly body: Document
    readonly answers: {
      readonly 200: {
        readonly version: number
        readonly documentHash: string
        /** False where this is what the newest version says already. */
        readonly isNew: boolean
        /** What the document says and is accepted, but is probably a mistake. */
        readonly remarks: readonly {
          /** JSON Pointer (RFC 6901) into the document. */
          readonly pointer: string
          readonly detail: string
          readonly maybe?: string
        }[]
      }
      readonly 201: {
        readonly version: number
        readonly documentHash: string
        /** False where this is what the newest version says already. */
        readonly isNew: boolean
        /** What the document says and is accepted, but is probably a mistake. */
        readonly remarks: readonly {
          /** JSON Pointer (RFC 6901) into the document. */
          readonly pointer: string
          readonly detail: string
          readonly maybe?: string
        }[]
      }
    }
  }
  /** The rotas of a week, made by solves and by hand, newest first. */
  readonly listRotas: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
      /** The Monday that the week begins on. */
      readonly from: string
    }
    readonly answers: {
      readonly 200: {
        readonly network: string
        readonly weekFrom: string
        readonly rotas: readonly {
          readonly version: number
          readonly source: 'solve' | 'hand'
          /** The operation that made it, while it is remembered. */
          readonly solve?: string
          /** How the solve ended. */
          readonly status?: string
          readonly documentHash: string
          /** Of the document that it was made for, where that is kept. */
          readonly documentVersion?: number
          readonly madeAt: string
          /** Who, as the audit log has them: an id, never a name. */
          readonly madeBy: string
          readonly published?: {
            readonly at: string
            /** Who, as the audit log has them: an id, never a name. */
            readonly by: string
            /** Those that it is published for. */
            readonly weeks: readonly string[]
          }
        }[]
      }
    }
  }
  /** Keeps a rota that somebody made for the week’s newest document: a report, `{ assignments, clinics? }`, or assignments alone. It may break any rule; the answer says which. */
  readonly keepRota: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
      /** The Monday that the week begins on. */
      readonly from: string
    }
    readonly body: readonly {
      readonly person: string
      readonly date: string
      readonly part: string
      readonly site: string
      readonly work: 'clinic' | 'duty' | 'visits' | 'supervision' | 'admin' | 'training' | 'outside'
      readonly remote?: boolean
    }[] | {
      readonly assignments: readonly {
        readonly person: string
        readonly date: string
        readonly part: string
        readonly site: string
        readonly work: 'clinic' | 'duty' | 'visits' | 'supervision' | 'admin' | 'training' | 'outside'
        readonly remote?: boolean
      }[]
      readonly clinics?: readonly {
        readonly date: string
        readonly part: string
        readonly site: string
        readonly role: string
        readonly skills?: readonly string[]
        readonly work: 'clinic' | 'duty' | 'visits'
        readonly need: string
        readonly patientsOf: string
        readonly contacts: number
      }[]
    } | Report
    readonly answers: {
      readonly 200: Rota
      readonly 201: Rota
    }
  }
  /** One rota: a solve’s report, or a plan by hand with what the rules find in it. */
  readonly getRota: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
      /** The Monday that the week begins on. */
      readonly from: string
      /** The rota’s number. */
      readonly version: string
    }
    readonly answers: {
      readonly 200: Rota
    }
  }
  /** Publishes a rota for every week that it covers, in the place of what was published of them before; a longer rota goes on in its other weeks. A person’s act. */
  readonly publishRota: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
      /** The Monday that the week begins on. */
      readonly from: string
      /** The rota’s number. */
      readonly version: string
    }
    readonly answers: {
      readonly 200: {
        readonly network: string
        readonly weekFrom: string
        readonly version: number
        readonly source: 'solve' | 'hand'
        /** The operation that made it, while it is remembered. */
        readonly solve?: string
        /** How the solve ended. */
        readonly status?: string
        readonly documentHash: string
        /** Of the document that it was made for, where that is kept. */
        readonly documentVersion?: number
        readonly madeAt: string
        /** Who, as the audit log has them: an id, never a name. */
        readonly madeBy: string
        readonly published?: {
          readonly at: string
          /** Who, as the audit log has them: an id, never a name. */
          readonly by: string
          /** Those that it is published for. */
          readonly weeks: readonly string[]
        }
        /** Of a solve. */
        readonly report?: Report
        /** Of a rota made by hand, as is what follows. */
        readonly assignments?: readonly {
          readonly person: string
          readonly date: string
          readonly part: string
          readonly site: string
          readonly work: 'clinic' | 'duty' | 'visits' | 'supervision' | 'admin' | 'training' | 'outside'
          readonly remote?: true
        }[]
        readonly clinics?: readonly {
          readonly date: string
          readonly part: string
          readonly site: string
          readonly role: string
          readonly skills?: readonly string[]
          readonly work: 'clinic' | 'duty' | 'visits'
          readonly need: string
          readonly patientsOf: string
          readonly contacts: number
        }[]
        readonly judgement?: {
          /** What the document says and is accepted, but is probably a mistake. */
          readonly remarks: readonly {
            /** JSON Pointer (RFC 6901) into the document. */
            readonly pointer: string
            readonly detail: string
            readonly maybe?: string
          }[]
          /** In order; `never` only where such a rule is broken. */
          readonly levels: readonly {
            readonly level: 'never' | 'safety' | 'urgent' | 'service' | 'wellbeing' | 'cost' | 'wish'
            readonly value: number
            readonly bound?: number
            readonly gap?: number
            readonly unit: string
            readonly floor: number
          }[]
          readonly findings: readonly {
            readonly rule: string
            readonly level: 'never' | 'safety' | 'urgent' | 'service' | 'wellbeing' | 'cost' | 'wish'
            readonly amount: number
            readonly weight?: number
            readonly date?: string
            readonly part?: string
            readonly week?: number
            readonly site?: string
            readonly need?: string
            readonly role?: string
            readonly people: readonly string[]
            readonly sentence: string
            readonly cause?: string
          }[]
          readonly agrees: boolean
          /** `exact`: the rota came without clinics, and is judged with the best that its people could hold. */
          readonly clinicPlan: 'given' | 'exact'
          /** Whom that plan has work by telephone, since rooms are short and the rota does not say. */
          readonly byTelephone?: readonly {
            readonly person: string
            readonly date: string
            readonly part: string
            readonly site: string
          }[]
          readonly service: {
            /** What same-day need is planned and counted at: its mean, or its 80th percentile. */
            readonly plan: 'mean' | 'p80'
            /** By the official measure of same-day access; where no need is in it, every same-day need. */
            readonly urgent: {
              readonly due: number
              readonly inTime: number
              readonly share: number
              /** What the same rota meets if as many come as are expected. */
              readonly atMean: {
                readonly due: number
                readonly inTime: number
                readonly share: number
              }
            }
            /** Every other need, against its own target. */
            readonly routine: {
              readonly due: number
              readonly inTime: number
              readonly share: number
            }
            /** Of the non-urgent contacts that are met, those met within seven days of asking. */
            readonly withinOneWeek: {
              readonly due: number
              readonly inTime: number
              readonly share: number
            }
            readonly withinTwoWeeks: {
              readonly due: number
              readonly inTime: number
              readonly share: number
            }
            /** Routine contacts whose target passes unmet. */
            readonly overdue: {
              readonly contacts: number
              /** Most days of the calendar past the target. */
              readonly days: number
              /** Those that still wait at the end. */
              readonly waiting: number
            }
            /** Every same-day need, triage too. */
            readonly sameDay: {
              readonly due: number
              readonly inTime: number
              readonly share: number
              /** What the same rota meets if as many come as are expected. */
              readonly atMean: {
                readonly due: number
                readonly inTime: number
                readonly share: number
              }
            }
            readonly unmet: readonly {
              readonly site: string
              readonly need: string
              readonly date: string
              readonly contacts: number
              readonly cause?: string
            }[]
            readonly bySite: readonly {
              readonly site: string
              /** By the official measure of same-day access; where no need is in it, every same-day need. */
              readonly urgent: {
                readonly due: number
                readonly inTime: number
                readonly share: number
                /** What the same rota meets if as many come as are expected. */
                readonly atMean: {
                  readonly due: number
                  readonly inTime: number
                  readonly share: number
                }
              }
              /** Every other need, against its own target. */
              readonly routine: {
                readonly due: number
                readonly inTime: number
                readonly share: number
              }
              /** Of the non-urgent contacts that are met, those met within seven days of asking. */
              readonly withinOneWeek: {
                readonly due: number
                readonly inTime: number
                readonly share: number
              }
              readonly withinTwoWeeks: {
                readonly due: number
                readonly inTime: number
                readonly share: number
              }
              /** Routine contacts whose target passes unmet. */
              readonly overdue: {
                readonly contacts: number
                /** Most days of the calendar past the target. */
                readonly days: number
                /** Those that still wait at the end. */
                readonly waiting: number
              }
              readonly waiting: number
            }[]
            readonly byNeed: readonly {
              readonly due: number
              readonly inTime: number
              readonly share: number
              readonly need: string
              readonly waiting: number
            }[]
            readonly byDay: readonly {
              readonly due: number
              readonly inTime: number
              readonly share: number
              readonly date: string
              readonly site: string
            }[]
          }
        }
        /** What was published of these weeks before. */
        readonly replaces: readonly {
          /** The Monday of a week. */
          readonly weekFrom: string
          readonly version: number
          /** Those that go by the new rota now. */
          readonly weeks: readonly string[]
          /** Those that still go by this one; with none it is withdrawn. */
          readonly left: readonly string[]
        }[]
      }
    }
  }
  /** Takes a published rota back from every week that still goes by it; these have no published rota then. A person’s act. */
  readonly withdrawRota: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
      /** The Monday that the week begins on. */
      readonly from: string
      /** The rota’s number. */
      readonly version: string
    }
    readonly answers: {
      readonly 204: undefined
    }
  }
  /** What is published for a week, of a rota that begins in it or before: who works where and when, without figures, costs and findings. */
  readonly getPublished: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
      /** The Monday that the week begins on. */
      readonly from: string
    }
    readonly answers: {
      readonly 200: {
        readonly network: string
        readonly networkName: string
        readonly weekFrom: string
        /** The rota that the week goes by, with its first day and how many weeks it was made for. */
        readonly rota: {
          /** The Monday of a week. */
          readonly from: string
          readonly weeks: number
          readonly version: number
        }
        readonly publishedAt: string
        /** Who, as the audit log has them: an id, never a name. */
        readonly publishedBy: string
        readonly parts: readonly {
          readonly id: string
          readonly starts: string
          readonly ends: string
        }[]
        readonly sites: readonly {
          readonly id: string
          readonly name: string
        }[]
        readonly people: readonly {
          readonly id: string
          readonly name: string
          readonly role: string
        }[]
        /** Those of this week. */
        readonly assignments: readonly {
          readonly person: string
          readonly date: string
          readonly part: string
          readonly site: string
          readonly work: 'clinic' | 'duty' | 'visits' | 'supervision' | 'admin' | 'training' | 'outside'
          readonly remote?: true
        }[]
      }
    }
  }
  /** Everything that is kept about one person of the network. */
  readonly exportPerson: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
      /** The person’s id in the network’s documents. */
      readonly person: string
    }
    readonly answers: {
      readonly 200: {
        readonly network: string
        readonly person: string
        readonly documents: readonly {
          readonly documentHash: string
          readonly weekFrom: string
          /** The person as the document has them; left out where it only names them in what somebody wrote. */
          readonly entry?: {
            readonly [name: string]: unknown
          }
          readonly pins: readonly {
            readonly [name: string]: unknown
          }[]
          readonly published: readonly {
            readonly [name: string]: unknown
          }[]
          readonly history: readonly {
            readonly [name: string]: unknown
          }[]
          readonly before: readonly {
            readonly [name: string]: unknown
          }[]
          /** Every other place: the row that has their id, as in rules, or the text that has their name. */
          readonly elsewhere: readonly {
            readonly pointer: string
            readonly value: unknown
          }[]
        }[]
        readonly rotas: readonly {
          readonly weekFrom: string
          readonly version: number
          readonly assignments: readonly {
            readonly [name: string]: unknown
          }[]
          readonly figures: readonly {
            readonly [name: string]: unknown
          }[]
          readonly findings: readonly string[]
          /** Every other place: the row that has their id, as in rules, or the text that has their name. */
          readonly elsewhere: readonly {
            readonly pointer: string
            readonly value: unknown
          }[]
        }[]
      }
    }
  }
  /** Erases a person from everything that is kept: “a former colleague” stays in their place, with their past sessions alone. */
  readonly erasePerson: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
      /** The person’s id in the network’s documents. */
      readonly person: string
    }
    readonly answers: {
      readonly 200: {
        /** The id that stands in the place of the one that is gone. */
        readonly person: string
        readonly documents: number
        readonly rotas: number
      }
    }
  }
  /** Who did what in a network, newest first. */
  readonly listAudit: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
    }
    readonly query?: {
      readonly before?: string
      readonly limit?: string
    }
    readonly answers: {
      readonly 200: {
        readonly entries: readonly {
          readonly id: string
          readonly at: string
          /** Who, as the audit log has them: an id, never a name. */
          readonly actor: string
          readonly action: string
          readonly subject: string
        }[]
        /** `before` of the next page, where there is one. */
        readonly next?: string
      }
    }
  }
  /** Tells an address from now on what happens in a network, signed as Standard Webhooks has it. Only hosts that whoever runs this service has named. */
  readonly addWebhook: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
    }
    readonly body: {
      readonly url: string
      readonly events?: readonly ('solve.finished' | 'rota.published' | 'rota.withdrawn')[]
    }
    readonly answers: {
      readonly 201: {
        readonly id: string
        readonly url: string
        readonly events: readonly ('solve.finished' | 'rota.published' | 'rota.withdrawn')[]
        readonly madeBy: string
        readonly madeAt: string
        /** Signs what is sent. Told this once, and never again. */
        readonly secret: string
      }
    }
  }
  /** A network’s webhooks. */
  readonly listWebhooks: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
    }
    readonly answers: {
      readonly 200: {
        readonly webhooks: readonly {
          readonly id: string
          readonly url: string
          readonly events: readonly ('solve.finished' | 'rota.published' | 'rota.withdrawn')[]
          readonly madeBy: string
          readonly madeAt: string
        }[]
      }
    }
  }
  /** Tells an address nothing more, not even what waits to be told. */
  readonly removeWebhook: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
      /** The webhook’s id. */
      readonly id: string
    }
    readonly answers: {
      readonly 204: undefined
    }
  }
  /** What a webhook was told of late, how often that was tried, and why it failed. */
  readonly listDeliveries: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
      /** The webhook’s id. */
      readonly id: string
    }
    readonly answers: {
      readonly 200: {
        readonly deliveries: readonly {
          /** As the receiver sees it in `webhook-id`. */
          readonly id: string
          readonly event: 'solve.finished' | 'rota.published' | 'rota.withdrawn'
          readonly state: 'waiting' | 'delivered' | 'given-up'
          readonly attempts: number
          /** What the receiver answered last. */
          readonly status?: number
          /** Why the last try failed. */
          readonly reason?: string
          readonly madeAt: string
          readonly endedAt?: string
        }[]
      }
    }
  }
  /** England’s networks by name or code, their own or a practice’s. */
  readonly findNetworks: {
    readonly query?: {
      readonly name?: string
    }
    readonly answers: {
      readonly 200: {
        readonly total: number
        readonly networks: readonly {
          readonly ods: string
          readonly name: string
          readonly icb: string
          readonly practices: number
          readonly patients: number
        }[]
      }
    }
  }
  /** A network’s week, ready to solve; its people are synthetic. */
  readonly getNetworkDocument: {
    readonly path: {
      /** The network’s code. */
      readonly ods: string
    }
    readonly query?: {
      readonly week?: string
      readonly seed?: string
      readonly evenings?: string
    }
    readonly answers: {
      readonly 200: Document
    }
  }
  /** Every rule, with its level and numbers. */
  readonly listRules: {
    readonly answers: {
      readonly 200: readonly {
        readonly id: string
        readonly title: string
        readonly level: 'never' | 'safety' | 'urgent' | 'service' | 'wellbeing' | 'cost' | 'wish'
        readonly why: string
        readonly unit: string
        readonly numbers: {
          readonly [name: string]: {
            readonly default: unknown
            readonly shape: string
            readonly meaning: string
            readonly source: string
          }
        }
      }[]
    }
  }
  /** Whether the service is alive. */
  readonly isAlive: {
    readonly answers: {
      readonly 200: {
        readonly status: 'ok'
      }
    }
  }
  /** Whether the service can work. */
  readonly isReady: {
    readonly answers: {
      readonly 200: {
        readonly status: 'ready'
        readonly queued: number
        readonly running: number
      }
    }
  }
  /** Figures for Prometheus. */
  readonly getMetrics: {
    readonly answers: {
      readonly 200: string
    }
  }
  /** Sends a browser to where people sign in; `to` is the path that it comes back to. */
  readonly signIn: {
    readonly answers: {
      readonly 302: undefined
    }
  }
  /** Where the provider sends a browser back to. */
  readonly comeBack: {
    readonly answers: {
      readonly 303: undefined
    }
  }
  /** Ends the session here, and sends a browser to the provider, which ends its own. */
  readonly signOut: {
    readonly answers: {
      readonly 303: undefined
    }
  }
  /** Who calls, and what they may do. */
  readonly whoAmI: {
    readonly answers: {
      readonly 200: {
        readonly actor: string
        readonly name: string
        readonly via: 'machine' | 'session' | 'key'
        readonly grants: readonly {
          readonly role: 'monitor' | 'staff' | 'manager' | 'director' | 'administrator'
          readonly network: string
        }[]
      }
    }
  }
  /** Everybody who may sign in. */
  readonly listPeople: {
    readonly answers: {
      readonly 200: {
        readonly people: readonly {
          readonly id: string
          readonly name: string
          readonly email: string | null
          readonly subject: string | null
          readonly signedInAt: string | null
          readonly grants: readonly {
            readonly role: 'monitor' | 'staff' | 'manager' | 'director' | 'administrator'
            readonly network: string
          }[]
        }[]
      }
    }
  }
  /** Lets somebody sign in, with these roles. */
  readonly invitePerson: {
    readonly body: {
      readonly name?: string
      /** Whoever the provider says has this address, and vouches for it. */
      readonly email?: string
      /** What the provider calls them, where it vouches for no address. */
      readonly subject?: string
      readonly grants: readonly {
        readonly role: 'monitor' | 'staff' | 'manager' | 'director' | 'administrator'
        /** A network’s code; `*` for a monitor and an administrator, who are so for the whole service. */
        readonly network: string
      }[]
    }
    readonly answers: {
      readonly 201: {
        readonly id: string
        readonly name: string
        readonly email: string | null
        readonly subject: string | null
        readonly signedInAt: string | null
        readonly grants: readonly {
          readonly role: 'monitor' | 'staff' | 'manager' | 'director' | 'administrator'
          readonly network: string
        }[]
      }
    }
  }
  /** Gives somebody these roles in place of those before, from their next call on. */
  readonly changeRoles: {
    readonly path: {
      /** The person’s id. */
      readonly id: string
    }
    readonly body: {
      readonly grants: readonly {
        readonly role: 'monitor' | 'staff' | 'manager' | 'director' | 'administrator'
        /** A network’s code; `*` for a monitor and an administrator, who are so for the whole service. */
        readonly network: string
      }[]
    }
    readonly answers: {
      readonly 200: {
        readonly id: string
        readonly name: string
        readonly email: string | null
        readonly subject: string | null
        readonly signedInAt: string | null
        readonly grants: readonly {
          readonly role: 'monitor' | 'staff' | 'manager' | 'director' | 'administrator'
          readonly network: string
        }[]
      }
    }
  }
  /** Forgets somebody, and ends their sessions. The audit log keeps the id, which then means nobody. */
  readonly forgetPerson: {
    readonly path: {
      /** The person’s id. */
      readonly id: string
    }
    readonly answers: {
      readonly 204: undefined
    }
  }
  /** Signs somebody out everywhere. */
  readonly endSessions: {
    readonly path: {
      /** The person’s id. */
      readonly id: string
    }
    readonly answers: {
      readonly 204: undefined
    }
  }
  /** The keys of systems, without the keys themselves. */
  readonly listKeys: {
    readonly answers: {
      readonly 200: {
        readonly keys: readonly {
          readonly id: string
          readonly name: string
          /** The first letters of the key. */
          readonly starts: string
          readonly grants: readonly {
            readonly role: 'monitor' | 'staff' | 'manager' | 'director' | 'administrator'
            readonly network: string
          }[]
          readonly madeAt: string
          readonly expiresAt: string
          readonly revokedAt: string | null
          /** When it was last used, to the minute. */
          readonly usedAt: string | null
        }[]
      }
    }
  }
  /** Makes a key for a system, sent as `Authorization: Bearer`. It is shown this once. */
  readonly makeKey: {
    readonly body: {
      readonly name: string
      readonly grants: readonly {
        readonly role: 'monitor' | 'staff' | 'manager' | 'director' | 'administrator'
        /** A network’s code; `*` for a monitor and an administrator, who are so for the whole service. */
        readonly network: string
      }[]
      /** Until it expires; 90 where left out. */
      readonly days?: number
    }
    readonly answers: {
      readonly 201: {
        readonly id: string
        readonly name: string
        /** The first letters of the key. */
        readonly starts: string
        readonly grants: readonly {
          readonly role: 'monitor' | 'staff' | 'manager' | 'director' | 'administrator'
          readonly network: string
        }[]
        readonly madeAt: string
        readonly expiresAt: string
        readonly revokedAt: string | null
        /** When it was last used, to the minute. */
        readonly usedAt: string | null
        /** The key itself, shown this once. */
        readonly key: string
      }
    }
  }
  /** From now on this key opens nothing. */
  readonly revokeKey: {
    readonly path: {
      /** The key’s id. */
      readonly id: string
    }
    readonly answers: {
      readonly 204: undefined
    }
  }
}

/** Where each call is. */
export const CALLS = {
  submitSolve: { method: 'POST', path: '/v1/solves' },
  getSolve: { method: 'GET', path: '/v1/solves/{id}' },
  stopSolve: { method: 'DELETE', path: '/v1/solves/{id}' },
  followSolve: { method: 'GET', path: '/v1/solves/{id}/events' },
  planSmallWeek: { method: 'POST', path: '/v1/rotas' },
  validate: { method: 'POST', path: '/v1/validations' },
  judge: { method: 'POST', path: '/v1/judgements' },
  listWeeks: { method: 'GET', path: '/v1/networks/{ods}/weeks' },
  getWeekDocument: { method: 'GET', path: '/v1/networks/{ods}/weeks/{from}/document' },
  keepWeekDocument: { method: 'PUT', path: '/v1/networks/{ods}/weeks/{from}/document' },
  listRotas: { method: 'GET', path: '/v1/networks/{ods}/weeks/{from}/rotas' },
  keepRota: { method: 'POST', path: '/v1/networks/{ods}/weeks/{from}/rotas' },
  getRota: { method: 'GET', path: '/v1/networks/{ods}/weeks/{from}/rotas/{version}' },
  publishRota: { method: 'PUT', path: '/v1/networks/{ods}/weeks/{from}/rotas/{version}/publication' },
  withdrawRota: { method: 'DELETE', path: '/v1/networks/{ods}/weeks/{from}/rotas/{version}/publication' },
  getPublished: { method: 'GET', path: '/v1/networks/{ods}/weeks/{from}/published' },
  exportPerson: { method: 'GET', path: '/v1/networks/{ods}/people/{person}' },
  erasePerson: { method: 'DELETE', path: '/v1/networks/{ods}/people/{person}' },
  listAudit: { method: 'GET', path: '/v1/networks/{ods}/audit' },
  addWebhook: { method: 'POST', path: '/v1/networks/{ods}/webhooks' },
  listWebhooks: { method: 'GET', path: '/v1/networks/{ods}/webhooks' },
  removeWebhook: { method: 'DELETE', path: '/v1/networks/{ods}/webhooks/{id}' },
  listDeliveries: { method: 'GET', path: '/v1/networks/{ods}/webhooks/{id}/deliveries' },
  findNetworks: { method: 'GET', path: '/v1/networks' },
  getNetworkDocument: { method: 'GET', path: '/v1/networks/{ods}/document' },
  listRules: { method: 'GET', path: '/v1/rules' },
  isAlive: { method: 'GET', path: '/healthz' },
  isReady: { method: 'GET', path: '/readyz' },
  getMetrics: { method: 'GET', path: '/metrics' },
  signIn: { method: 'GET', path: '/sign-in' },
  comeBack: { method: 'GET', path: '/sign-in/callback' },
  signOut: { method: 'POST', path: '/sign-out' },
  whoAmI: { method: 'GET', path: '/v1/me' },
  listPeople: { method: 'GET', path: '/v1/people' },
  invitePerson: { method: 'POST', path: '/v1/people' },
  changeRoles: { method: 'PUT', path: '/v1/people/{id}' },
  forgetPerson: { method: 'DELETE', path: '/v1/people/{id}' },
  endSessions: { method: 'DELETE', path: '/v1/people/{id}/sessions' },
  listKeys: { method: 'GET', path: '/v1/keys' },
  makeKey: { method: 'POST', path: '/v1/keys' },
  revokeKey: { method: 'DELETE', path: '/v1/keys/{id}' },
} as const satisfies Readonly<Record<keyof Calls, { readonly method: string; readonly path: string }>>
