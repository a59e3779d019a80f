// Made by `collegium schema response --language typescript`. Do not edit it.

/** What is answered to a line: `{"id","response":{"type","data"}}` or `{"id","fault":{…}}`. */
export interface Answered {
  /** Why nothing can be answered. */
  fault?: Fault | null;
  /** The id of the line; none where it could not be read. */
  id: string | null;
  /** What is answered. */
  response?: Response | null;
}

/** What a person holds that shows they can be deployed. */
export type AccreditationCode = string;

/** The name of a command without its payload: what tables, protocols and permissions speak of. */
export type Act =
  | "open_cycle"
  | "pause_cycle"
  | "resume_cycle"
  | "stop_cycle"
  | "reopen_cycle"
  | "close_cycle"
  | "migrate_cycle"
  | "extend_deadline"
  | "categorise_school"
  | "hand_over_safeguarding"
  | "report_vacancy"
  | "record_appointment"
  | "report_conversion"
  | "report_merger"
  | "report_closure"
  | "report_inspection"
  | "report_strike"
  | "report_capacity_fall"
  | "declare_interest"
  | "report_need"
  | "begin_diagnosis"
  | "agree_diagnosis"
  | "withdraw_diagnosis"
  | "close_need"
  | "reopen_need"
  | "draft_self_evaluation"
  | "consult_on_self_evaluation"
  | "submit_self_evaluation"
  | "share_self_evaluation"
  | "withdraw_self_evaluation"
  | "plan_review"
  | "form_team"
  | "schedule_review"
  | "begin_review"
  | "give_feedback"
  | "draft_report"
  | "open_right_of_reply"
  | "agree_report"
  | "share_report"
  | "reopen_report"
  | "cancel_review"
  | "open_enquiry"
  | "record_evidence"
  | "answer_enquiry"
  | "reopen_enquiry"
  | "call_workshop"
  | "hold_workshop"
  | "draft_plan"
  | "adopt_plan"
  | "cancel_workshop"
  | "send_request"
  | "record_receipt"
  | "review_request"
  | "cancel_request"
  | "propose_deployment"
  | "clear_conflict"
  | "give_consent"
  | "agree_deployment"
  | "start_deployment"
  | "taper_deployment"
  | "complete_deployment"
  | "review_impact"
  | "decline_deployment"
  | "withdraw_deployment"
  | "cancel_deployment"
  | "record_contact"
  | "check_expectation"
  | "log_time"
  | "set_objective"
  | "note_progress"
  | "close_objective"
  | "reopen_objective"
  | "record_monitoring"
  | "plan_progress_review"
  | "record_progress_review"
  | "raise_concern"
  | "resolve_concern"
  | "escalate_concern"
  | "use_power"
  | "close_concern"
  | "reopen_concern"
  | "raise_challenge"
  | "answer_challenge"
  | "settle_challenge"
  | "escalate_challenge"
  | "recommend_reallocation"
  | "decide_reallocation"
  | "recommend_approval"
  | "decide_approval"
  | "revoke_approval"
  | "contract_coaching"
  | "record_session"
  | "close_coaching"
  | "register_interest"
  | "begin_triage"
  | "begin_detailed_diligence"
  | "complete_part"
  | "accept_joiner"
  | "defer_joiner"
  | "decline_joiner"
  | "onboard_joiner"
  | "start_task"
  | "complete_task"
  | "reopen_task";

/** An act with what stands in its way. */
export interface ActionTold {
  /** The act. */
  act: Act;
  /** Whether it is allowed, as far as this can be told without a payload. */
  allowed: boolean;
  /** Every reason against it, with who could lift it. */
  blockers: Array<BlockedBlocker>;
  /** What it is about; absent where it would make something new. */
  child?: Child | null;
}

/** A kind of work within a deployment, such as `teaching`. */
export type ActivityCode = string;

/** What giver and taker agree on. */
export interface Agreement {
  /** Working time by activity, where it was agreed so. */
  activities?: Record<string, HalfDays>;
  /**
   * The leader of the receiving school who coordinates the help there. One deployment can do without;
   * a second cannot.
   */
  coordinator?: PersonId | null;
  /** What covering for the person lent costs the giving school, in pence. */
  cover_cost_pence: number;
  /** How it comes to its end, from the protocol's exits, where it was agreed so. */
  exit?: OutcomeCode | null;
  /** What the work costs, in pence. */
  fee_pence: number;
  /** The first day of work. */
  from: string;
  /** The last day of work. */
  to: string;
}

/** How help is spread over the schools of a network. */
export interface Allocation {
  /** How it is spread. */
  disadvantage: Disadvantage;
  /** Working time a term that is given to the former. */
  half_days: HalfDays;
  /** Schools whose share of disadvantaged pupils is known. */
  schools: number;
  /** Schools of which it is not known. They are in no group; a share that is not known is not zero. */
  unknown: number;
}

/** What came of a command: `{"id","events":[…]}`, `{"id","refused":[…]}` or `{"id","repeated":[first,last]}`. */
export interface Answer {
  /** What is to be done outside. */
  effects?: Array<Effect>;
  /** What happened, in order, where it was accepted. */
  events?: Array<ToldEvent> | null;
  /** The command. */
  id: CommandId;
  /** Every reason, where it was refused. */
  refused?: Refusal | null;
  /** The places of its entries in the log, first and last, where it was accepted before under the same id. */
  repeated?: Array<number> | null;
}

/** What came of a command. */
export interface Applied {
  /** Its events, or every reason against it. */
  answer: Answer;
  /** The lines that go to the log, each as it is stored. They are the host's, whoever is shown the answer. */
  log: Array<string>;
}

/** An approval within its cycle. */
export interface Approval {
  /** On which conditions, if any. */
  conditions: Array<ReasonCode>;
  /** Which decision of the protocol it is. */
  kind: ApprovalKind;
  /** What was decided; none before, and none once it was taken back. */
  outcome: OutcomeCode | null;
  /** Where it stands. */
  phase: ApprovalPhase;
  /** What was recommended. */
  recommended: OutcomeCode;
  /** By whom. */
  recommended_by: PersonId;
  /** On whose behalf, if not their own. */
  recommended_for: PersonId | null;
  /** Since when. */
  since: string;
}

/** An approval that a proposal waits for. */
export type ApprovalId = string;

/** A decision and what it must have come to. */
export interface ApprovalIs {
  /** The decision. */
  approval: ApprovalKind;
  /** The outcome. */
  is: OutcomeCode;
}

/** A kind of approval: a decision that a protocol asks for, such as `initial_diagnosis`. */
export type ApprovalKind = string;

/** Where an approval stands. */
export type ApprovalPhase = "recommended" | "decided" | "lapsed";

/** A decision: one role recommends, another decides, two different people. */
export interface ApprovalRule {
  /** Tasks that come before the recommendation. */
  after?: Array<TaskCode>;
  /** Roles that may decide; none of them may recommend. */
  decided_by: Roles;
  /** What people call it. */
  label: string;
  /** The milestone it belongs to, if it belongs to one. */
  milestone?: MilestoneCode | null;
  /** What it can come to, each with its label. */
  outcomes: Record<string, string>;
  /** Roles that may recommend. */
  recommended_by: Roles;
  /** Branches on which it is asked for; on all where there is none. */
  when?: Array<Branch>;
  /** Whether conditions can be set with the decision. */
  with_conditions?: boolean;
}

/** What a need or an offer is about, such as `leadership` or `attendance`. */
export type Area = string;

/** Help that would be asked for beyond what is there. */
export interface Asked {
  /** Givers that come into question, those with room first; absent where they are not to be seen. */
  givers?: Array<InQuestion> | null;
  /** Working time a term for all of them. */
  half_days: HalfDays;
  /** How many deployments. */
  units: Units;
}

/** One unit from a giver to a taker. */
export interface Assignment {
  /** The giver's id. */
  giver: string;
  /** The pair's score. */
  score: Score;
  /** The taker's id. */
  taker: string;
}

/** What a clock waits for. */
export type Awaits =
  | {
  kind: "step";
  of: {
    /** The act that meets it. */
    act: Act;
    /** The deadline; that of a task is the task's own code. */
    deadline: RuleId;
  };
}
  | {
  kind: "observation";
  of: {
    /** The channel. */
    channel: Channel;
  };
}
  | {
  kind: "first_weeks";
}
  | {
  kind: "progress_review";
}
  | {
  kind: "action_review";
};

/** Which needs, or reviews, take part in a round. */
export type Basis = "diagnosed" | "reported" | "leads" | "peers";

/** A reason with who could lift it. */
export type BlockedBlocker = {
  /** What the reader can do. */
  help: string;
  /** Roles that could lift it; none where only another command would do. */
  liftable_by: Roles;
} & (
  | {
  code: "network_not_open";
}
  | {
  code: "network_open_already";
}
  | {
  code: "member_twice";
  params: {
    /** The school. */
    school: SchoolId;
  };
}
  | {
  code: "reference_twice";
  params: {
    /** The reference. */
    reference: string;
  };
}
  | {
  code: "not_a_member";
  params: {
    /** The school. */
    school: SchoolId;
  };
}
  | {
  code: "central_team";
  params: {
    /** The central team. */
    school: SchoolId;
  };
}
  | {
  code: "unknown_partnership";
  params: {
    /** The partnership. */
    partnership: PartnershipId;
  };
}
  | {
  code: "partnership_exists_already";
  params: {
    /** The partnership. */
    partnership: PartnershipId;
  };
}
  | {
  code: "admitted_already";
  params: {
    /** The partnership. */
    partnership: PartnershipId;
    /** The school. */
    school: SchoolId;
  };
}
  | {
  code: "not_in_partnership";
  params: {
    /** The partnership. */
    partnership: PartnershipId;
    /** The school. */
    school: SchoolId;
  };
}
  | {
  code: "not_onboarded";
  params: {
    /** The school. */
    school: SchoolId;
  };
}
  | {
  code: "not_the_next_charter";
  params: {
    /** The version that was sent. */
    found: number;
    /** The version that comes next. */
    next: number;
    /** The partnership. */
    partnership: PartnershipId;
  };
}
  | {
  code: "ratio_of_nobody";
}
  | {
  code: "below_ratio";
  params: {
    /** Givers it would lack. */
    deficit: number;
    /** Givers it would have. */
    givers: number;
    /** The partnership. */
    partnership: PartnershipId;
    /** Schools with open needs it would have. */
    takers: number;
  };
}
  | {
  code: "nothing_declared";
  params: {
    /** The school. */
    school: SchoolId;
  };
}
  | {
  code: "not_a_fall";
  params: {
    /** The school. */
    school: SchoolId;
  };
}
  | {
  code: "id_in_use";
  params: {
    /** The cycle. */
    cycle: CycleId;
  };
}
  | {
  code: "empty_offer";
}
  | {
  code: "declared_below_held";
  params: {
    /** Working time a term that they hold. */
    lent: HalfDays;
    /** Deployments that hold capacity. */
    running: Units;
    /** The school. */
    school: SchoolId;
    /** The first term in which it is so; none beyond the calendar. */
    term?: SchoolTerm | null;
  };
}
  | {
  code: "unknown_term";
  params: {
    /** The term. */
    term: SchoolTerm;
  };
}
  | {
  code: "term_twice";
  params: {
    /** The term. */
    term: SchoolTerm;
  };
}
  | {
  code: "school_gone";
  params: {
    /** The member of which it became part; none where it closed. */
    into?: SchoolId | null;
    /** The school. */
    school: SchoolId;
  };
}
  | {
  code: "reviewer_busy";
  params: {
    /** Visits in a term. */
    most: number;
    /** The reviewer. */
    person: PersonId;
  };
}
  | {
  code: "not_shadowed";
  params: {
    /** The reviewer. */
    person: PersonId;
  };
}
  | {
  code: "beyond_proposal";
  params: {
    /** The first day for which capacity is held. */
    from: string;
    /** The giver. */
    giver: SchoolId;
    /** The last day, where one was proposed. */
    to?: string | null;
  };
}
  | {
  code: "cycle_open_already";
  params: {
    /** Its open cycle. */
    cycle: CycleId;
    /** The school. */
    school: SchoolId;
  };
}
  | {
  code: "role_missing";
  params: {
    /** The roles that may. */
    needed: Array<string>;
  };
}
  | {
  code: "not_yet_effective";
}
  | {
  code: "recorded_backwards";
  params: {
    /** When the last entry was recorded. */
    last: string;
  };
}
  | {
  code: "unknown_round";
  params: {
    /** The round. */
    round: RoundId;
  };
}
  | {
  code: "round_exists_already";
  params: {
    /** The round. */
    round: RoundId;
  };
}
  | {
  code: "round_still_open";
  params: {
    /** The round. */
    round: RoundId;
  };
}
  | {
  code: "wrong_stage";
  params: {
    /** Where the step begins. */
    needed: string;
    /** Where it stands. */
    now: string;
    /** The round. */
    round: RoundId;
  };
}
  | {
  code: "plan_not_proven";
  params: {
    /** What the verifier found. */
    rejections: Array<string>;
  };
}
  | {
  code: "only_indicative";
  params: {
    /** The round. */
    round: RoundId;
  };
}
  | {
  code: "same_person";
}
  | {
  code: "not_consulted";
  params: {
    /** The round. */
    round: RoundId;
  };
}
  | {
  code: "answered_already";
  params: {
    /** The round. */
    round: RoundId;
  };
}
  | {
  code: "of_another_school";
  params: {
    /** The school that answers. */
    school: SchoolId;
  };
}
  | {
  code: "no_reason";
}
  | {
  code: "answers_awaited";
  params: {
    /** Answers still to come. */
    awaited: number;
    /** The round. */
    round: RoundId;
  };
}
  | {
  code: "placements_declined";
  params: {
    /** Placements declined. */
    declined: number;
    /** The round. */
    round: RoundId;
  };
}
  | {
  code: "placement_outdated";
  params: {
    /** The placement. */
    placement: Placement;
  };
}
  | {
  code: "person_known_already";
  params: {
    /** The person. */
    person: PersonId;
  };
}
  | {
  code: "unknown_person";
  params: {
    /** The person. */
    person: PersonId;
  };
}
  | {
  code: "wrong_person_stage";
  params: {
    /** Where the step begins. */
    needed: Array<Stage>;
    /** How far they have come. */
    now: Stage;
    /** The person. */
    person: PersonId;
  };
}
  | {
  code: "unknown_accreditation";
  params: {
    /** The accreditation. */
    accreditation: AccreditationCode;
  };
}
  | {
  code: "not_accredited";
  params: {
    /** What is missing. */
    missing: Array<AccreditationCode>;
    /** The person. */
    person: PersonId;
  };
}
  | {
  code: "person_busy";
  params: {
    /** The person. */
    person: PersonId;
  };
}
  | {
  code: "leads_more";
  params: {
    /** Schools they would lead, this one included. */
    found: number;
    /** The person. */
    person: PersonId;
  };
}
  | {
  code: "not_in_plan";
  params: {
    /** The round. */
    round: RoundId;
  };
}
  | {
  code: "capacity_exceeded";
  params: {
    /** Deployments declared at once. */
    declared: Units;
    /** Deployments that still fit. */
    free: Units;
    /** The giver. */
    giver: SchoolId;
  };
}
  | {
  code: "area_not_offered";
  params: {
    /** The area of the need. */
    area: Area;
    /** The giver. */
    giver: SchoolId;
  };
}
  | {
  code: "cycle_erased";
  params: {
    /** The cycle. */
    cycle: CycleId;
  };
}
  | {
  code: "cycle_not_closed";
  params: {
    /** The cycle. */
    cycle: CycleId;
  };
}
  | {
  code: "unknown_cycle";
  params: {
    /** The cycle. */
    cycle: CycleId;
  };
}
  | {
  code: "retained";
  params: {
    /** The cycle. */
    cycle: CycleId;
    /** The first day on which it may be erased. */
    until: string;
  };
}
  | {
  code: "no_retention_set";
}
  | {
  code: "stream_moved_on";
  params: {
    /** Entries that the sender has seen. */
    expected: number;
    /** Entries that there are. */
    found: number;
    /** The stream. */
    stream: string;
  };
}
  | Blocker);

/** One reason why a command was turned down. A refusal carries all of them. */
export type Blocker =
  | {
  code: "unknown";
  params: {
    /** What was asked about. */
    child: Child;
  };
}
  | {
  code: "exists_already";
  params: {
    /** What exists. */
    child: Child;
  };
}
  | {
  code: "wrong_phase";
  params: {
    /** What was asked about. */
    child: Child;
    /** Where the step begins. */
    needed: Array<string>;
    /** Where it stands. */
    now: string;
  };
}
  | {
  code: "role_missing";
  params: {
    /** The roles held. */
    held: Roles;
    /** The roles that may. */
    needed: Roles;
  };
}
  | {
  code: "cycle_paused";
}
  | {
  code: "cycle_not_open";
}
  | {
  code: "other_school";
  params: {
    /** The school that was named. */
    school: SchoolId;
  };
}
  | {
  code: "no_units";
}
  | {
  code: "self_evaluation_not_submitted";
}
  | {
  code: "no_agreed_review";
}
  | {
  code: "reviewer_from_host";
  params: {
    /** The reviewer. */
    person: PersonId;
  };
}
  | {
  code: "lead_without_shadowing";
  params: {
    /** The lead. */
    person: PersonId;
  };
}
  | {
  code: "team_too_small";
  params: {
    /** Peers needed. */
    least: number;
    /** Peers named. */
    peers: number;
  };
}
  | {
  code: "reviewer_twice";
  params: {
    /** The reviewer. */
    person: PersonId;
  };
}
  | {
  code: "before_visit";
  params: {
    /** Its day. */
    visit: string;
  };
}
  | {
  code: "no_school_day";
  params: {
    /** The day. */
    day: string;
  };
}
  | {
  code: "conflict_not_cleared";
  params: {
    /** Declarations asked for. */
    asked: number;
    /** Declarations looked at and clear. */
    clear: number;
  };
}
  | {
  code: "consent_missing";
  params: {
    /** Roles that have not consented. */
    roles: Roles;
  };
}
  | {
  code: "consent_not_due";
  params: {
    /** The role named. */
    role: Role;
  };
}
  | {
  code: "role_not_held";
  params: {
    /** The role named. */
    role: Role;
  };
}
  | {
  code: "before_its_time";
  params: {
    /** Since when the machine has been in its phase. */
    since: string;
  };
}
  | {
  code: "reason_missing";
}
  | {
  code: "still_open";
  params: {
    /** What is open. */
    children: Array<Child>;
  };
}
  | {
  code: "need_not_awaiting_match";
  params: {
    /** The need. */
    need: NeedId;
  };
}
  | {
  code: "units_met";
  params: {
    /** The need. */
    need: NeedId;
  };
}
  | {
  code: "giver_is_host";
}
  | {
  code: "giver_tried";
  params: {
    /** The giver. */
    giver: SchoolId;
  };
}
  | {
  code: "dates_backwards";
  params: {
    /** First day. */
    from: string;
    /** Last day. */
    to: string;
  };
}
  | {
  code: "before_start";
  params: {
    /** The agreed first day. */
    from: string;
  };
}
  | {
  code: "not_monitored";
  params: {
    /** The need. */
    need: NeedId;
  };
}
  | {
  code: "same_person";
}
  | {
  code: "in_the_future";
  params: {
    /** The day named. */
    day: string;
  };
}
  | {
  code: "wrong_size";
  params: {
    /** Half-days asked for. */
    asked: number;
    /** Half-days by protocol. */
    fixed: number;
  };
}
  | {
  code: "other_protocol";
  params: {
    /** The protocol it was judged under. */
    offered: Pin;
    /** The protocol of the cycle. */
    pinned: Pin;
  };
}
  | {
  code: "cycle_stopped";
}
  | {
  code: "deadline_closed";
  params: {
    /** The last day on which it could be done. */
    closed: string;
    /** The deadline. */
    deadline: RuleId;
  };
}
  | {
  code: "unknown_reason";
  params: {
    /** The reason given. */
    reason: ReasonCode;
  };
}
  | {
  code: "other_reason_needed";
  params: {
    /** The reasons among which one is chosen. */
    listed: Array<ReasonCode>;
    /** The reason given. */
    reason: ReasonCode;
  };
}
  | {
  code: "own_school";
}
  | {
  code: "not_own_school";
}
  | {
  code: "school_unknown";
}
  | {
  code: "fact_missing";
  params: {
    /** The fact. */
    fact: FactName;
  };
}
  | {
  code: "task_not_complete";
  params: {
    /** The task. */
    task: TaskCode;
  };
}
  | {
  code: "not_asked_for";
  params: {
    /** Its code. */
    what: string;
  };
}
  | {
  code: "branch_not_taken";
  params: {
    /** The task or decision. */
    of: string;
    /** What it came to. */
    outcome: OutcomeCode;
  };
}
  | {
  code: "branch_undecided";
  params: {
    /** The task or decision. */
    of: string;
  };
}
  | {
  code: "approval_missing";
  params: {
    /** The decision. */
    approval: ApprovalKind;
    /** What it must have come to. */
    needed: OutcomeCode;
  };
}
  | {
  code: "wrong_outcome";
  params: {
    /** What it can come to. */
    listed: Array<OutcomeCode>;
  };
}
  | {
  code: "no_outcome";
}
  | {
  code: "conditions_not_allowed";
}
  | {
  code: "enquiry_unanswered";
  params: {
    /** The enquiries. */
    enquiries: Array<Child>;
  };
}
  | {
  code: "no_enquiry";
}
  | {
  code: "evidence_unknown";
  params: {
    /** The evidence. */
    evidence: EvidenceId;
  };
}
  | {
  code: "evidence_too_thin";
  params: {
    /** Kinds that count. */
    kinds: number;
    /** Kinds asked for. */
    least: number;
  };
}
  | {
  code: "one_sided";
  params: {
    /** What it does not tell. */
    missing: string;
  };
}
  | {
  code: "not_causal";
  params: {
    /** The kinds named. */
    kinds: Array<EvidenceKind>;
  };
}
  | {
  code: "untriangulated";
  params: {
    /** Kinds of evidence. */
    kinds: number;
    /** Kinds asked for. */
    least: number;
  };
}
  | {
  code: "feedback_missing";
  params: {
    /** The directions that are missing. */
    missing: Array<Feedback>;
  };
}
  | {
  code: "interested";
  params: {
    /** Who. */
    person: PersonId;
    /** In which school. */
    school: SchoolId;
  };
}
  | {
  code: "team_too_large";
  params: {
    /** Peers allowed. */
    most: number;
    /** Peers named. */
    peers: number;
  };
}
  | {
  code: "school_twice";
  params: {
    /** The school. */
    school: SchoolId;
  };
}
  | {
  code: "too_short_notice";
  params: {
    /** The earliest day. */
    earliest: string;
  };
}
  | {
  code: "protected_day";
  params: {
    /** The day. */
    day: string;
    /** Why: a window of the calendar, or the end of term. */
    window: string;
  };
}
  | {
  code: "beyond_calendar";
  params: {
    /** From where it was counted. */
    day: string;
  };
}
  | {
  code: "too_many_visits";
  params: {
    /** Visits that are fixed. */
    made: number;
    /** Visits allowed. */
    most: number;
  };
}
  | {
  code: "too_many_visits_in_year";
  params: {
    /** Visits that are fixed. */
    made: number;
    /** Visits allowed. */
    most: number;
  };
}
  | {
  code: "visit_length";
  params: {
    /** School days from the first to the last. */
    days: number;
    /** School days, at least. */
    least: number;
    /** School days, at most, if that is limited. */
    most: number | null;
  };
}
  | {
  code: "too_many_visits_each";
  params: {
    /** Visits that are fixed. */
    made: number;
    /** Visits allowed. */
    most: number;
    /** Who. */
    person: PersonId;
  };
}
  | {
  code: "too_many_requests";
  params: {
    /** Requests allowed. */
    most: number;
    /** Requests that wait. */
    open: number;
  };
}
  | {
  code: "champion_from_host";
}
  | {
  code: "no_actions";
}
  | {
  code: "action_without_measure";
  params: {
    /** How many. */
    actions: number;
  };
}
  | {
  code: "consent_twice";
  params: {
    /** Who. */
    person: PersonId;
  };
}
  | {
  code: "coordinator_missing";
}
  | {
  code: "exit_missing";
}
  | {
  code: "other_coordinator";
  params: {
    /** Who coordinates. */
    coordinator: PersonId;
  };
}
  | {
  code: "leadership_gap_would_open";
  params: {
    /** The post. */
    post: Post;
  };
}
  | {
  code: "post_uncovered";
}
  | {
  code: "span_unknown";
}
  | {
  code: "span_exceeded";
  params: {
    /** Schools they would lead. */
    leads: number;
    /** Schools allowed. */
    most: number;
  };
}
  | {
  code: "giver_fallen";
  params: {
    /** The giver. */
    giver: SchoolId;
    /** Deployments that are live. */
    live: number;
    /** Deployments it can lend. */
    still: number;
  };
}
  | {
  code: "kind_not_deployed";
  params: {
    /** The kind. */
    kind: string;
  };
}
  | {
  code: "time_unreconciled";
  params: {
    /** The activity. */
    activity: ActivityCode;
    /** Half-days agreed. */
    agreed: number;
    /** Half-days recorded. */
    delivered: number;
  };
}
  | {
  code: "expectation_unchecked";
  params: {
    /** The expectation. */
    expectation: ExpectationCode;
  };
}
  | {
  code: "contact_missing";
  params: {
    /** With whom. */
    with: string;
  };
}
  | {
  code: "part_missing";
  params: {
    /** The part. */
    part: PartCode;
  };
}
  | {
  code: "rested_upon";
  params: {
    /** What rests on it. */
    children: Array<Child>;
  };
}
  | {
  code: "next_before_this";
  params: {
    /** The day of this one. */
    on: string;
  };
}
  | {
  code: "steps_not_taken";
}
  | {
  code: "challenge_first";
}
  | {
  code: "answer_not_overdue";
  params: {
    /** The last day for it. */
    until: string;
  };
}
  | {
  code: "deadline_unknown";
  params: {
    /** For what. */
    child: Child;
    /** The deadline. */
    deadline: RuleId;
  };
}
  | {
  code: "not_later";
  params: {
    /** When it is due. */
    due: string;
  };
}
  | {
  code: "too_early";
  params: {
    /** The first day. */
    from: string;
  };
}
  | {
  code: "migration_unfit";
  params: {
    /** What does not fit. */
    unfit: Array<Unfit>;
  };
}
  | {
  code: "other_protocol_unknown";
  params: {
    /** The protocol. */
    id: RuleId;
  };
}
  | {
  code: "withheld";
};

/** A visit that is booked for a reviewer. */
export interface BookedView {
  /** Whether they lead it. */
  leads: boolean;
  /** The review. */
  of: ReviewOfCycle;
  /** The round whose plan promises it, until the team is formed. */
  promised_by?: RoundId | null;
  /** The term in which it counts; none beyond the calendar. */
  term?: SchoolTerm | null;
}

/** A condition on what was decided, or on what a task came to. Exactly one of the two is named. */
export interface Branch {
  /** The decision. */
  approval?: ApprovalKind | null;
  /** The outcomes that lead here. */
  is: Array<OutcomeCode>;
  /** The task. */
  task?: TaskCode | null;
}

/**
 * How needs and offers are brought together before matching. All parts are assumptions of whoever sets
 * them; the defaults are Collegium's own.
 */
export interface CandidateRules {
  /**
   * The farthest giver in question, in metres, in a straight line; none where distance does not
   * matter. With a limit, a school without a known place is paired with nobody.
   */
  farthest: Metres | null;
  /** Points for a giver next door, falling in a straight line to none at `farthest`. */
  nearness_points: number;
  /** Points where giver and taker serve the same stage of education. */
  same_phase_points: number;
  /** Points for each rank of severity (1 low to 4 urgent). */
  severity_points: number;
}

/** A category of monitoring with its own cadences. */
export interface Category {
  /** How often each channel watches a school in it. */
  cadences?: Record<string, Span>;
  /** Its code. */
  code: CategoryCode;
  /** What people call it. */
  label: string;
}

/** A category of monitoring, such as `causing_concern`. */
export type CategoryCode = string;

/**
 * Prices that no plan can beat: capacities and demands at their prices, and for each pair what its
 * score exceeds its two prices by, add up to a bound (linear programming duality).
 */
export interface Certificate {
  /** One price per group of givers, by id; it comes on top of its members'. */
  giver_groups?: Array<PriceEntry>;
  /** One price per giver, by id. */
  givers: Array<PriceEntry>;
  /** How to read the prices. */
  kind: CertificateKind;
  /** One price per group of takers, by id. */
  taker_groups?: Array<PriceEntry>;
  /** One price per taker, by id. */
  takers: Array<PriceEntry>;
}

/** What kind of proof a certificate is. */
export type CertificateKind = "duals";

/** A challenge within its cycle; its question lives with the schools. */
export interface Challenge {
  /** Who asked. */
  by: PersonId;
  /** The need it is about, if it is about one. */
  need: NeedId | null;
  /** Where it stands. */
  phase: ChallengePhase;
  /** Since when. */
  since: string;
}

/** A peer's question that must be answered. */
export type ChallengeId = string;

/** Where a challenge stands. */
export type ChallengePhase = "raised" | "answered" | "settled" | "escalated";

/** A way of watching, with a cadence of its own. */
export type Channel = "data_check" | "informal_visit" | "formal_review";

/** What stands although it should not. */
export interface Checked {
  /** Cycles in which there is something. */
  cycles: Array<CycleViolations>;
  /** In the network. */
  network: Array<StandingViolation>;
}

/** One machine of a cycle, by its id. */
export type Child =
  | {
  machine: "cycle";
}
  | {
  id: NeedId;
  machine: "need";
}
  | {
  id: SelfEvaluationId;
  machine: "self_evaluation";
}
  | {
  id: ReviewId;
  machine: "review";
}
  | {
  id: EnquiryId;
  machine: "enquiry";
}
  | {
  id: WorkshopId;
  machine: "workshop";
}
  | {
  id: RequestId;
  machine: "request";
}
  | {
  id: DeploymentId;
  machine: "deployment";
}
  | {
  id: ObjectiveId;
  machine: "objective";
}
  | {
  id: ProgressReviewId;
  machine: "progress_review";
}
  | {
  id: ConcernId;
  machine: "concern";
}
  | {
  id: ChallengeId;
  machine: "challenge";
}
  | {
  id: DecisionId;
  machine: "decision";
}
  | {
  id: ApprovalId;
  machine: "approval";
}
  | {
  id: CoachingId;
  machine: "coaching";
}
  | {
  id: DueDiligenceId;
  machine: "due_diligence";
}
  | {
  id: TaskCode;
  machine: "task";
};

/** A clock that runs for one machine. */
export interface Clock {
  /** What it waits for. */
  awaits: Awaits;
  /** What it is about. */
  child: Child;
  /** The last day on which it can be done at all. */
  close: string | null;
  /**
   * The last day on which it is done in time; none where the calendar does not reach that far, or while
   * the clock stands still.
   */
  due: string | null;
  /** The last day on which it still counts as done in time. */
  grace: string | null;
  /** The days of its reminders. */
  remind: Array<string>;
  /** When it was started. */
  started: string;
  /** How it stands on the day asked about. */
  status: ClockStatus;
}

/** How a clock stands. A day counts whole: what is due today is not overdue today. */
export type ClockStatus =
  | "running"
  | "remind"
  | "in_grace"
  | "overdue"
  | "closed"
  | "frozen"
  | "beyond_calendar";

/** What is due. */
export interface Clocks {
  /** Cycles in which a clock runs. */
  cycles: Array<CycleClocks>;
}

/** The span after which a step is refused. */
export type ClosedAfter = Span;

/** Coaching within its cycle. */
export interface Coaching {
  /** Who coaches. */
  coach: PersonId;
  /** Who is coached. */
  coached: PersonId;
  /** Where it stands. */
  phase: CoachingPhase;
  /** The days of the sessions held. */
  sessions: Array<string>;
  /** Since when. */
  since: string;
}

/** A coaching contract; leads to dates and counts, never to what was said. */
export type CoachingId = string;

/** Where coaching stands. */
export type CoachingPhase = "contracted" | "closed";

/** A command, named by its sender, so that sending it twice is harmless. */
export type CommandId = string;

/** A concern within its cycle; its wording lives behind a note. */
export interface Concern {
  /** Why it was escalated, if it was. */
  escalated_for: ReasonCode | null;
  /** The need it is about, if it is about one. */
  need: NeedId | null;
  /** Where it stands. */
  phase: ConcernPhase;
  /** Powers that were used after the escalation, in order. */
  powers: Array<OutcomeCode>;
  /** Since when. */
  since: string;
}

/** A worry raised beside a cycle, open until it is resolved or escalated. */
export type ConcernId = string;

/** Where a concern stands. */
export type ConcernPhase = "raised" | "resolved" | "escalated" | "closed";

/** A supposition under which the outcome is another. */
export interface Counterfactual {
  /** What was really observed there. */
  observed: Array<Observation>;
  /** What the rule then recommends; nothing where no observation would be left. */
  recommended: Recommendation | null;
  /** What is supposed. */
  supposed: Supposition;
}

/** What would have to be otherwise for another outcome. */
export interface Counterfactuals {
  /** Single observations that lead to another outcome if rated otherwise. */
  rated: Array<Counterfactual>;
  /** Up to which size sets were searched: that of the sets found, or of the last search in vain. */
  searched: number;
  /** Observations without which the outcome is another: every set of the smallest size that has one. */
  without: Array<Counterfactual>;
}

/** One turn of the review loop for one school. The default is a cycle that was never opened. */
export interface Cycle {
  /** Every approval by its id. */
  approvals: Record<string, Approval>;
  /** Every challenge by its id. */
  challenges: Record<string, Challenge>;
  /** Every coaching by its id. */
  coachings: Record<string, Coaching>;
  /** Every concern by its id. */
  concerns: Record<string, Concern>;
  /** Every decision by its id. */
  decisions: Record<string, Decision>;
  /** Every deployment by its id. */
  deployments: Record<string, Deployment>;
  /** Every due diligence by its id. */
  due_diligences: Record<string, DueDiligence>;
  /** Every enquiry by its id. */
  enquiries: Record<string, Enquiry>;
  /** Every need by its id. */
  needs: Record<string, NeedState>;
  /** Every objective by its id. */
  objectives: Record<string, Objective>;
  /** How it was opened; none before. */
  opened: Opened | null;
  /** Every progress review by its id. */
  progress_reviews: Record<string, ProgressReview>;
  /** Every request by its id. */
  requests: Record<string, Request>;
  /** Every review by its id. */
  reviews: Record<string, Review>;
  /** What was reported of the school. */
  school_record: SchoolRecord;
  /** Every self-evaluation by its id. */
  self_evaluations: Record<string, SelfEvaluation>;
  /** Every task by its id. */
  tasks: Record<string, TaskState>;
  /** Every workshop by its id. */
  workshops: Record<string, Workshop>;
}

/** What may be done in a cycle. */
export interface CycleActions {
  /** Every act whose step begins where something stands. */
  actions: Array<ActionTold>;
}

/** What is due in one cycle. */
export interface CycleClocks {
  /** Its clocks. */
  clocks: Array<Clock>;
  /** The cycle. */
  cycle: CycleId;
}

/** One turn of the review loop for one school. */
export type CycleId = string;

/** Whether the cycle runs. */
export type CyclePhase = "active" | "paused" | "stopped" | "closed";

/** A cycle in a line. */
export interface CycleSummary {
  /** The cycle. */
  cycle: CycleId;
  /** Whether it is active, paused, stopped or closed. */
  phase: string;
  /** Its school. */
  school: SchoolId;
  /** Which turn of the loop it is. */
  turn: number;
}

/** What waits in one cycle. */
export interface CycleTasks {
  /** The cycle. */
  cycle: CycleId;
  /** The soonest first. */
  tasks: Array<Todo>;
}

/** A cycle as it stands. */
export interface CycleView {
  /** The protocol under which it runs. */
  protocol: Pin;
  /** Its state; that of a cycle never opened where it does not exist or is not to be seen. */
  state: Cycle;
}

/** What stands in one cycle although it should not. */
export interface CycleViolations {
  /** The cycle. */
  cycle: CycleId;
  /** Each. */
  violations: Array<ToldViolation>;
}

/** Something due a span after a machine entered a phase. */
export interface Deadline {
  /** The act that meets it. */
  awaits: Act;
  /**
   * When it closes, counted from the start of the clock: after that day the step is refused, unless more
   * time is given.
   */
  close?: ClosedAfter | null;
  /** When it is due. */
  due: Span;
  /** How much later it still counts as done in time. */
  grace?: Span | null;
  /** Its name. */
  id: RuleId;
  /** The code of the phase whose beginning starts the clock. */
  in_phase: string;
  /**
   * The machine whose phase starts the clock, where it is another than that of the act: a need waits for
   * a proposal.
   */
  of?: Machine | null;
  /** The kind of request it is for; all kinds where none is named. */
  of_kind?: RequestKind | null;
  /** When reminders go out, counted from the start of the clock. */
  remind?: Array<Span>;
}

/** What would come of a command. */
export interface Decided {
  /** Its events, or every reason against it. */
  answer: Answer;
}

/** A recommendation, with the decision once there is one. */
export interface Decision {
  /** What was decided. */
  decided: Verdict | null;
  /** When it lapsed undecided, if it did. */
  lapsed: string | null;
  /** What was recommended. */
  recommended: Recommended;
  /** When. */
  recommended_at: string;
  /** By whom. */
  recommended_by: PersonId;
  /** On whose behalf, if not their own. */
  recommended_for: PersonId | null;
}

/** A recommendation with the decision that answers it. */
export type DecisionId = string;

/** A deployment within its cycle. */
export interface Deployment {
  /** Consents given, in order. */
  consents: Array<GivenConsent>;
  /** Working time delivered, by activity. */
  delivered: Record<string, HalfDays>;
  /** What is known of the first weeks. */
  first_weeks: FirstWeeks;
  /** What was proposed. */
  proposal: Proposal;
  /** Since when. */
  since: string;
  /** Where it stands, with what belongs to that phase. */
  stage: Stage2;
}

/** A time-boxed placement for a named need. */
export type DeploymentId = string;

/** Where things are heading. */
export type Direction = "improving" | "steady" | "declining";

/** The disadvantage gap, as far as it can be told. */
export type Disadvantage = {
  kind: "gap";
  of: Gap;
} | {
  kind: "too_few";
  of: {
    /** How many a group must hold. */
    least: number;
  };
} | {
  kind: "no_help";
};

/** Help for another need that stands in the way. */
export interface Displaced {
  /** Its cycle. */
  cycle: CycleId;
  /** The deployment. */
  deployment: DeploymentId;
  /** Working time a term that it holds. */
  half_days: HalfDays;
  /** Whether its end alone would make room. */
  makes_room: boolean;
  /** The need. */
  need: NeedId;
  /** The school that it helps. */
  school: SchoolId;
  /** How severe that need is. */
  severity: Severity;
}

/** Due diligence within its cycle. */
export interface DueDiligence {
  /** Parts that are done, with the needs that each found. */
  parts: Record<string, Array<NeedId>>;
  /** Where it stands. */
  phase: DueDiligencePhase;
  /** Since when. */
  since: string;
}

/** The examination of a school that asks to join. */
export type DueDiligenceId = string;

/** Where due diligence stands. */
export type DueDiligencePhase =
  | "interested"
  | "triage"
  | "detailed"
  | "accepted"
  | "deferred"
  | "declined"
  | "onboarded";

/** The stage of education a school serves. (A *need* has a phase of its own; see the cycle.) */
export type EducationPhase =
  | "nursery"
  | "primary"
  | "secondary"
  | "all_through"
  | "sixteen_plus"
  | "not_applicable";

/** Something to be done outside the engine because a command was accepted. */
export type Effect = {
  data: {
    /** What it was about. */
    about: Child;
    /** What was done. */
    act: Act;
    /** The roles. */
    roles: Roles;
  };
  type: "notify";
} | {
  data: {
    /** What is shared. */
    about: Child;
  };
  type: "publish";
};

/** An enquiry within its cycle; its wording lives with the school. */
export interface Enquiry {
  /** What of leadership it asks about, if it does. */
  domain: LeadershipDomain | null;
  /** The evidence so far. */
  evidence: Record<string, EvidenceKind>;
  /** What was found; none before it is answered. */
  finding: Finding | null;
  /** The need it is about, if it is about one. */
  need: NeedId | null;
  /** Where it stands. */
  phase: EnquiryPhase;
  /** The review it belongs to, if it belongs to one. */
  review: ReviewId | null;
  /** Since when. */
  since: string;
}

/** A line of enquiry within a review. */
export type EnquiryId = string;

/** Where an enquiry stands. */
export type EnquiryPhase = "open" | "answered" | "dropped";

/** A piece of evidence that bears on a line of enquiry. */
export type EvidenceId = string;

/** A kind of evidence, such as `assessment_data`. */
export type EvidenceKind = string;

/** A kind of evidence. */
export interface EvidenceKindRule {
  /** Whether it can show that something is the cause of something. */
  causal?: boolean;
  /** What it counts for; a kind that counts for nothing can never matter. */
  counts_for: Array<EvidenceUse>;
  /** What people call it. */
  label: string;
  /** What it tells. */
  says: Side2;
}

/** What counts as evidence, and when there is enough of it. */
export interface EvidenceRule {
  /** Whether an answer needs both what happened and why. */
  both_sides?: boolean;
  /** Kinds of evidence. */
  kinds?: Record<string, EvidenceKindRule>;
  /** How many kinds an answer rests on at least. */
  to_answer?: number;
  /** How many kinds make a finding triangulated. */
  to_triangulate?: number;
}

/** What evidence counts for. */
export type EvidenceUse = "answer" | "triangulation";

/** A baseline expectation of the first weeks of support. */
export type ExpectationCode = string;

/** What stands in the way of a command. */
export interface Explained {
  /** Whether it would be taken. */
  allowed: boolean;
  /** Every reason against it, with who could lift it. */
  blockers: Array<BlockedBlocker>;
}

/** More time, as it was given. */
export interface Extension {
  /** The day on which it was given: a pause after it moves the end. */
  given: string;
  /** The day until which it was given. */
  until: string;
}

/** A fact that the embedder's own rules establish, such as `grant_signed`. */
export type FactName = string;

/** A fault as it travels. */
export interface Fault {
  /** Its stable code. */
  code: string;
  /** Each fault by itself, where there are several. */
  faults?: Array<Found>;
  /** What the sender can do. */
  help: string;
  /** What is wrong, in English. */
  what: string;
}

/** In which direction feedback goes. */
export type Feedback = "to_school" | "to_team";

/**
 * A price on the wire: a plain score under `Objective::Score`, `{units,score}` under
 * `Objective::Coverage`; under both `{kept,units,score}` where it says something of minimums.
 */
export type FilePrice = Total | Price;

/** What an enquiry came to. */
export interface Finding {
  /** Whether it says that something is the cause of something. */
  causal: boolean;
  /** The kinds of evidence that it rests on. */
  kinds: Array<EvidenceKind>;
}

/** What the first weeks of support are watched for. */
export interface FirstWeeks {
  /** With whom there was contact, and when first. */
  contacts: Record<string, string>;
  /** Which baseline expectations were looked at, and whether they were met when last looked at. */
  expectations: Record<string, boolean>;
}

/** What is watched in the first weeks of support. */
export interface FirstWeeksRule {
  /** With whom there is contact. */
  contacts?: Array<Stakeholder>;
  /** Baseline expectations, each with its label. */
  expectations?: Record<string, string>;
  /** By when, counted from the day on which the work started. */
  within?: Span | null;
}

/** One of several faults. */
export interface Found {
  /** Where: a field, or a line from 1. */
  place: string;
  /** What is wrong. */
  what: string;
}

/** Capacity of one giver that would be free again. */
export interface Freed {
  /** The deployments that hold it now. */
  deployments: Array<DeploymentId>;
  /** The giver. */
  giver: SchoolId;
  /** Working time a term that they hold. */
  half_days: HalfDays;
  /** What that would do for others; absent where it is not to be seen. */
  room?: Room | null;
  /** How many they are. */
  units: Units;
  /** When it would be free. */
  when: When;
}

/**
 * A stretch of days that a clock does not count: it stands still from `from` on and counts again on
 * the day it resumes.
 *
 * Frozen and resumed on the same day, it covers nothing; nor does one that resumes before it begins.
 */
export interface Freeze {
  /** The first day that does not count. */
  from: string;
  /** The day that counts again; none while the clock stands still. */
  until?: string | null;
}

/**
 * Schools in two groups: with at least the share of disadvantaged pupils that all of them together have, and
 * with less.
 */
export interface Gap {
  /** Schools with fewer. */
  fewer: Group;
  /** Schools with more disadvantaged pupils. */
  more: Group;
  /**
   * The share of help that goes to the former, less their share of all disadvantaged pupils, in per mille:
   * below zero, help does not reach them as often as disadvantage does.
   */
  per_mille: number;
}

/** A consent as it was given. */
export interface GivenConsent {
  /** When. */
  at: string;
  /** In which role. */
  by: Role;
  /** By whom. */
  person: PersonId;
}

/** A protocol as it is handed in. */
export type GivenProtocol = {
  data: string;
  type: "preset";
} | {
  data: Protocol;
  type: "json";
} | {
  data: string;
  type: "toml";
};

/** A group of schools. */
export interface Group {
  /** Working time a term that they are given. */
  half_days: HalfDays;
  /** For how many of these somebody is at work. */
  helped: number;
  /** How many open needs they have. */
  needs: number;
  /** How many schools. */
  schools: number;
  /** Of all disadvantaged pupils of those schools, those who are theirs. */
  share_of_disadvantaged: PerMille;
  /** Of all help that is given to schools whose share is known, what goes to them. */
  share_of_help: PerMille;
}

/** A named condition, with its parameter where it takes one. */
export type Guard =
  | "self_evaluation_submitted"
  | "review_agreed"
  | "team_from_elsewhere"
  | "lead_has_shadowed"
  | "no_interest"
  | "visit_on_school_day"
  | "visit_outside_protected"
  | "notice"
  | "visits_within_limit"
  | "requests_within_limit"
  | "visit_length"
  | "visit_has_come"
  | "visit_over"
  | "feedback_both_ways"
  | "enquiries_answered"
  | "evidence_suffices"
  | "triangulated"
  | "champion_from_elsewhere"
  | "actions_whole"
  | "conflicts_clear"
  | "consent_due"
  | "consents_given"
  | "dates_in_order"
  | "exit_agreed"
  | "coordinator_named"
  | "start_has_come"
  | "time_reconciles"
  | "first_weeks_recorded"
  | "leadership_kept"
  | "span_within_limit"
  | "reason_given"
  | "nothing_open"
  | "no_live_deployment"
  | "nothing_rests_on_it"
  | "need_awaits_match"
  | "giver_is_new"
  | "giver_not_fallen"
  | "size_fixed"
  | "need_monitored"
  | "decided_by_another"
  | "outcome_listed"
  | "asked_for"
  | "next_after_this"
  | "steps_taken"
  | "challenge_first"
  | "answer_overdue_or_given"
  | "extension_forward"
  | "listed"
  | "migration_fits"
  | "own_school"
  | "not_own_school"
  | {
  part_complete: PartCode;
}
  | {
  task_complete: TaskCode;
}
  | {
  approved: ApprovalIs;
}
  | {
  fact: FactName;
}
  | {
  not_before: Span;
};

/** Working time in half-days: the unit in which help is lent. */
export type HalfDays = number;

/** The networks that are held. */
export interface Held {
  /** Each with how many entries its log has. */
  networks: Record<string, number>;
}

/** Capacity held by a deployment. */
export interface Hold {
  /** Whether it is agreed; before, it is only reserved. */
  committed: boolean;
  /** The first day from which it is held. */
  from: string;
  /** Working time a term. */
  half_days: HalfDays;
  /** Who is lent, where it is known. */
  person?: PersonId | null;
  /** The last day of work, where it is known. */
  to?: string | null;
}

/** A giver that comes into question. */
export interface InQuestion {
  /**
   * Where it has no room: help that it gives for less severe needs, the least severe first. To end it is a
   * decision about those needs, and nobody's here.
   */
  displaces: Array<Displaced>;
  /** How many deployments it has free for the need. */
  free: Units;
  /** The giver. */
  giver: SchoolId;
  /** What speaks for the pair. */
  score: Score;
}

/** A term in which a giver lends another amount than in all others. */
export interface InTerm {
  /** Deployments at once; zero where nobody can be lent in it. */
  at_once: Units;
  /** Working time in it. */
  per_term: HalfDays;
  /** The term. */
  term: SchoolTerm;
}

/** An inspection with what it judged. */
export interface Inspection {
  /** Whether it overtakes the peers' own challenge: an intervention follows by law. */
  intervention: boolean;
  /** Its judgements; grades of different years belong to different vocabularies. */
  judgements: Array<Judgement>;
  /** When. */
  on: string;
}

/** A tie between a person and a school, declared before anybody is asked to do anything. */
export interface Interest {
  /** Who has it. */
  person: PersonId;
  /** To which school. */
  school: SchoolId;
}

/** One judgement of an inspection. */
export interface Judgement {
  /** What of the school it is about; none for an overall grade. */
  area?: Area | null;
  /** The grade. */
  grade: OutcomeCode;
  /** The vocabulary its grade belongs to. */
  vocabulary: OutcomeCode;
}

/** What is late. */
export interface Late {
  /** The longest overdue first. */
  overdue: Array<Overdue>;
}

/**
 * What leaders do that makes a school better; a diagnosis that does not ask about one of these says so.
 *
 * # Source
 * The three families of practice in the literature on school leadership that the domain's row H5 names.
 */
export type LeadershipDomain = "setting_directions" | "developing_people" | "redesigning_organisation";

/** What becomes of something open. */
export type Leaving = "refuse" | "end" | "keep";

/** What a giver declared, and what holds it. */
export interface LedgerView {
  /** The giver. */
  giver: SchoolId;
  /** Deployments that hold capacity. */
  holds: Record<string, Hold>;
  /** Terms in which it is another amount. */
  in_terms?: Array<InTerm>;
  /** Working time that they hold in it. */
  lent: HalfDays;
  /** What was declared last. */
  offer?: Offer | null;
  /** Whether more is held than is declared, in that term or a later one. */
  overdrawn: boolean;
  /** The people who can be lent, where they are known. */
  people?: Record<string, Person>;
  /** The people who review other schools. */
  reviewers?: Record<string, ReviewerView>;
  /** How many deployments and promises hold capacity in the term of the last entry. */
  running: Units;
}

/** How much a school, or one person of it, can lend in one term. */
export interface Limit {
  /** Deployments at once. */
  at_once: Units;
  /** Working time a term. */
  per_term: HalfDays;
}

/** Lines of a log. */
export interface LogLines {
  /** Each as it is stored. What is left of an entry that was erased stands in its place. */
  lines: Array<string>;
  /** How many entries the whole log has. */
  position: number;
}

/** A kind of machine; each has one table of transitions. */
export type Machine =
  | "cycle"
  | "need"
  | "self_evaluation"
  | "review"
  | "enquiry"
  | "workshop"
  | "request"
  | "deployment"
  | "objective"
  | "progress_review"
  | "concern"
  | "challenge"
  | "decision"
  | "approval"
  | "coaching"
  | "due_diligence"
  | "task";

/** A school as a network's log knows it: no name, and nothing about its people. */
export interface Member {
  /** The stage of education it serves. */
  education_phase: EducationPhase;
  /** What it is; a school where nothing is said. */
  kind?: MemberKind;
  /** Where it stands, where known. */
  place?: Place | null;
  /** What files and plans call it. */
  reference: SchoolReference;
  /** Its id. */
  school: SchoolId;
}

/** What a member of a network is. Both kinds of supply lend through one ledger and one matching. */
export type MemberKind = "school" | "central_team";

/** A length in whole metres. */
export type Metres = number;

/** What is seen half-way through a deployment, between its agreed first and last day. */
export interface MidTermRule {
  /** The channel that looks at its need. */
  channel: Channel;
  /** By when, counted from the day half-way; an observation from that day on counts. */
  within: Span;
}

/** A milestone: reached once every task and decision of it is done or not required, and what it needs came about. */
export interface Milestone {
  /** Milestones that come before it. */
  after?: Array<MilestoneCode>;
  /** Its code. */
  code: MilestoneCode;
  /** What people call it. */
  label: string;
  /**
   * What must have come about for it to be reached: where a decision came to something else, it stays ahead
   * until another is made.
   */
  needs?: Array<Branch>;
  /** Branches on which it is on the way; on all where there is none. */
  when?: Array<Branch>;
}

/** A milestone of a protocol, such as `matching_complete`. */
export type MilestoneCode = string;

/**
 * What becomes of open children, by the act that closes what they belong to and by kind.
 *
 * The acts are `close_cycle`, `stop_cycle` and `close_need`. Where nothing is said, closing refuses over
 * whatever asks something of somebody and ends drafts and unfinished tasks; stopping keeps everything.
 */
export type MovingOn = Record<string, Record<string, Leaving>>;

/** A need of one school in one area. Its phase is kept by the cycle. */
export interface Need {
  /** What the help is about. */
  area: Area;
  /** Its id. */
  id: NeedId;
  /** The school that needs help. */
  school: SchoolId;
  /** How serious it is. */
  severity: Severity;
  /** What made it known. */
  source: NeedSource;
  /** How many deployments it asks for; at least one. */
  units: Units;
  /** The year group it is about, 0 for reception, where it applies. */
  year_group?: number | null;
}

/** What one school needs help with in one area. */
export type NeedId = string;

/** Where a need stands. */
export type NeedPhase =
  | "scoping"
  | "diagnosis"
  | "matching"
  | "deployment"
  | "monitoring"
  | "reallocation"
  | "closed";

/** What made a need known. */
export type NeedSource = {
  kind: "signals";
  of: {
    /** The rule of the derivation that fired; of several, the most severe. */
    rule: RuleId;
  };
} | {
  kind: "reported";
} | {
  kind: "review";
};

/** A need within its cycle. */
export interface NeedState {
  /** What was reported, with severity and units as they now are. */
  need: Need;
  /** What the three channels have shown, in the order in which it was recorded. */
  observations: Array<Observation>;
  /** Where it stands. */
  phase: NeedPhase;
  /** The level of pressure on the school about it, above none. */
  pressure: PressureCode | null;
  /** Since when. */
  since: string;
}

/** A network: one or more partnerships that share givers. */
export type NetworkId = string;

/** A network beside its cycles. */
export interface NetworkView {
  /** Cycles that are to be seen, closed ones included. */
  cycles: Array<CycleSummary>;
  /** Ledgers that are to be seen. */
  ledgers: Array<LedgerView>;
  /** Its schools. */
  members: Array<Member>;
  /** The network. */
  network: NetworkId;
  /** Rounds that are to be seen. */
  rounds: Array<RoundView>;
}

/** An objective within its cycle; its wording lives with the school. */
export interface Objective {
  /** What it is about, where that is narrower or wider than the need. */
  area: Area | null;
  /** The need it is for. */
  need: NeedId;
  /** How it came on, the oldest note first. */
  notes: Array<[string, Rating, Direction]>;
  /** Where it stands. */
  phase: ObjectivePhase;
  /** Since when. */
  since: string;
}

/** What a plan is best at. */
export type Objective2 = "coverage" | "score" | "least_change";

/** An item of an improvement plan. */
export type ObjectiveId = string;

/** Where an objective stands. */
export type ObjectivePhase = "open" | "closed";

/** A record as a need keeps it. */
export interface Observation {
  /** How it was made. */
  channel: Channel;
  /** When. */
  on: string;
  /** What was seen. */
  rating: Rating;
}

/** What one school, or its central team, can lend in one term. */
export interface Offer {
  /** The areas in which it can help. */
  areas: Array<Area>;
  /** How many deployments it can have running at once. */
  at_once: Units;
  /** Its id. */
  id: OfferId;
  /** How much working time it can lend in a term. */
  per_term: HalfDays;
  /** The rule that derived it from published signals, or none where the school declared it. */
  rule?: RuleId | null;
  /** The school that offers. */
  school: SchoolId;
}

/** What one giver can lend. */
export type OfferId = string;

/** A cycle that was opened. */
export interface Opened {
  /** When it was opened. */
  at: string;
  /** When it was last put into one. */
  categorised?: string | null;
  /** The category of monitoring, once the school is in one. */
  category: CategoryCode | null;
  /** Time that was given, by machine and deadline. */
  extensions: Array<[[Child, RuleId], Extension]>;
  /** The protocol to which it was moved; none while it runs under the one it was opened with. */
  migrated: Pin | null;
  /** Pauses and stops, each with its end once there is one. */
  pauses: Array<Freeze>;
  /** Whether it runs. */
  phase: CyclePhase;
  /** The school. */
  school: SchoolId;
  /** Since when it has been in that phase. */
  since: string;
  /** Which turn of the loop it is, from 1. */
  turn: number;
}

/** A round as it is opened: by which rules needs and offers are brought together, and what is sought. */
export interface OpenedRound {
  /** Which needs, or reviews, take part. */
  basis: Basis;
  /** Which offers come into question for which needs. */
  candidates: CandidateRules;
  /**
   * What a change must be worth once a placement is declined: points that a placement of the last plan
   * counts more if it stays.
   */
  change_price?: Score;
  /** Who is asked about each placement before the plan can be confirmed. */
  consults?: Array<Side>;
  /** The first day of the help that it plans, where that is later than the day on which it is opened. */
  from?: string | null;
  /** What makes one plan better than another. */
  objective: Objective2;
  /** The round. */
  round: RoundId;
}

/** A network that is to be held. */
export interface Opening {
  /** Other protocols at hand, to which cycles can be moved. */
  also: Array<GivenProtocol>;
  /** The protocol under which it runs. */
  protocol: GivenProtocol;
}

/** What should become of the help for a need. */
export type Outcome =
  | "continue"
  | "intensify"
  | "taper"
  | "switch"
  | "step_down"
  | "escalate"
  | "close";

/** What a task or an approval came to, such as `match`. */
export type OutcomeCode = string;

/** Something that is late. */
export interface Overdue {
  /** What was to come, and when. */
  clock: Clock;
  /** In which cycle. */
  cycle: CycleId;
  /** The school. */
  school: SchoolId;
}

/** An urgent override: forward, with a reason code and with permission, and recorded as such. */
export interface Override {
  /** Conditions of the step that it lifts; none of the law. */
  lifts: Array<Guard>;
  /** Roles that may. */
  roles: Roles;
}

/** A part of due diligence, such as `school_improvement`. */
export type PartCode = string;

/** A group of schools that runs reviews. */
export type PartnershipId = string;

/** What a pause does to clocks. */
export type PauseClocks = "freeze" | "run";

/** A share in tenths of a percent, 0 to 1000. */
export type PerMille = number;

/** One of a giver's people, under a pseudonym. */
export interface Person {
  /** What they hold. */
  accreditations: Array<AccreditationCode>;
  /** The areas in which they can help. */
  areas: Array<Area>;
  /** How much of them can be lent in one term, within what the giver lends in all. */
  limit: Limit;
  /** How far they have come. */
  stage: Stage;
}

/** A person, under a pseudonym. Still personal data: role and school together identify a head. */
export type PersonId = string;

/** Which protocol a cycle runs under; pinned when the network is opened. */
export interface Pin {
  /** Its [hash][crate::protocol::hash], in hex. */
  hash: string;
  /** The protocol's name. */
  id: RuleId;
  /** Its version. */
  version: number;
}

/** A point on the national grid (OSGB36), in metres from its false origin. */
export interface Place {
  /** Metres east of the false origin. */
  easting: number;
  /** Metres north of the false origin. */
  northing: number;
}

/** Where a log stands. */
export interface Placed {
  /** How many entries it has. */
  position: number;
}

/** Who would help with what, or review whom: one unit of a plan. */
export interface Placement {
  /** The cycle of the review, where it is a place in a team. */
  cycle?: CycleId | null;
  /** The giver. */
  giver: SchoolId;
  /** The need, where it is help. */
  need?: NeedId | null;
  /** Who would be lent, where the plan says so. */
  person?: PersonId | null;
  /** The review, where it is a place in a team. */
  review?: ReviewId | null;
}

/**
 * A plan as it is stored. It claims; `crate::verify::verify` judges.
 *
 * # Shape
 * Assignments by taker, then giver; unmet demand and prices by id. The same plan gives the same bytes.
 * Unknown fields are refused on reading.
 */
export interface PlanFile {
  /** The pairs used. */
  assignments: Array<Assignment>;
  /**
   * What no plan can exceed, by the certificate. Under `Objective::Score` its units are those of
   * the plan: the certificate proves the score alone.
   */
  bound: Value;
  /** The proof. */
  certificate: Certificate;
  /** What the plan is best at. */
  objective: Objective2;
  /** What the plan achieves of its objective. */
  objective_value: Value;
  /** Whether `objective_value` reaches `bound`. */
  optimal: boolean;
  /** Which problem this is a plan for. */
  problem_hash: ProblemHash;
  /** Sum of the scores of the pairs used. */
  score: Total;
  /** Minimum loads and required pairs that the plan does not keep. */
  short?: Array<ShortEntry>;
  /** Units of demand met. */
  units: number;
  /** The demand left unmet. */
  unmet: Array<UnmetDemand>;
}

/** An action of a plan; its wording lives with the school. */
export interface PlannedAction {
  /** The need it is for, if it is for one. */
  need?: NeedId | null;
  /** The role of whoever owns it. */
  owner: Role;
  /** The day on which it is looked at again. */
  review_on: string;
  /** Whether it says how success will be seen. */
  success_measure: boolean;
}

/** How far a log has come. */
export interface Position {
  /** How many entries the log has. */
  position: number;
  /** When the last was recorded. */
  recorded?: string | null;
  /** How many entries each stream has. */
  streams: Record<string, number>;
}

/** A post of leadership. */
export type Post = "head" | "executive_leader";

/** A level of pressure with the support that comes with it. */
export interface Pressure {
  /** The kinds of support to which it entitles. */
  entitles_to: Array<SupportKind>;
  /** The level; none where pressure ends. */
  level: PressureCode | null;
}

/** A level of pressure on a school, such as `monitored`. */
export type PressureCode = string;

/** A level of pressure on a school, with the support that it entitles to. */
export interface PressureLevel {
  /** Its code. */
  code: PressureCode;
  /** The kinds of support to which it entitles; pressure without support is no protocol. */
  entitles_to: Array<SupportKind>;
  /** What people call it. */
  label: string;
}

/**
 * What one more unit of a giver's capacity, or of a taker's demand, would add to the best plan at most.
 *
 * Ordered by minimums kept, then units, then score. Under `Objective::Score` the units are always 0.
 */
export interface Price {
  /**
   * Units of minimum loads and required pairs: 1 where one more unit here would let one more of them be
   * kept, -1 where one is used here only because a minimum asks for it.
   */
  kept?: number;
  /** Score; negative only where something before it is positive, or where a minimum binds. */
  score: Total;
  /** Units of demand: 1 where capacity here would let one more need be met. */
  units: number;
}

/** The price of one unit of a limit. */
export interface PriceEntry {
  /** The id. */
  id: string;
  /** The price of one unit. */
  price: FilePrice;
}

/** The SHA-256 of a problem's canonical form; on the wire 64 small hexadecimal digits. */
export type ProblemHash = string;

/** A progress review within its cycle. */
export interface ProgressReview {
  /** The day of the next one, if there is to be one. */
  next: string | null;
  /** The day it is planned for. */
  on: string;
  /** How progress was found overall; none before. */
  overall: OutcomeCode | null;
  /** Where it stands. */
  phase: ProgressReviewPhase;
  /** Since when. */
  since: string;
}

/** A review of progress within a cycle. */
export type ProgressReviewId = string;

/** Where a progress review stands. */
export type ProgressReviewPhase = "planned" | "recorded" | "dropped";

/** Who should help with what. */
export interface Proposal {
  /** The deployment. */
  deployment: DeploymentId;
  /** The first day of work, where it is known; otherwise capacity is held from now on. */
  from?: string | null;
  /** The school that would help. */
  giver: SchoolId;
  /** How much working time it takes in a term: the protocol's size. */
  half_days: HalfDays;
  /** In what form the help comes. */
  kind: SupportKind;
  /** For an executive leader: how many schools they would then lead, this one included. */
  leads?: number | null;
  /** The need it is for. */
  need: NeedId;
  /** Who would be deployed, once that is known. */
  person?: PersonId | null;
  /** For somebody who leads a school of their own and would leave it: whether that post is covered. */
  post_covered?: boolean | null;
  /** The round whose confirmed plan it comes from. */
  round: RoundId | null;
  /** The last day of work, where it is known; otherwise capacity is held until the help is agreed, or ends. */
  to?: string | null;
}

/** A plan that is put forward. */
export interface ProposedPlan {
  /** Which need each taker id of the plan stands for. */
  needs: Record<string, NeedId>;
  /** Which person each giver id of the plan stands for, where givers are people. */
  people?: Record<string, PersonId>;
  /** The plan with its certificate, as `plan.json` has it. */
  plan: PlanFile;
  /** Which review each taker id of the plan stands for, where teams are sought. */
  reviews?: Record<string, ReviewOfCycle>;
  /** The round. */
  round: RoundId;
}

/**
 * A protocol as somebody wrote it, before it is compiled to `Rules`.
 *
 * A step that it does not mention is left out: nobody may do it. What has a default may be left out, and a
 * default that is written out is the same protocol, with the same hash.
 */
export interface Protocol {
  /** What a person holds before they are deployable, each with its label. */
  accreditations?: Record<string, string>;
  /** Kinds of work within a deployment, each with its label. */
  activities?: Record<string, string>;
  /** Decisions of its own. */
  approvals?: Record<string, ApprovalRule>;
  /** What an objective can be about, each area with its label. None where it can be about any. */
  areas?: Record<string, string>;
  /** How often each channel watches a need that is being helped, where no category says otherwise. */
  cadences?: Record<string, Span>;
  /** Categories of monitoring, from the strongest school to the weakest. */
  categories?: Array<Category>;
  /** How often the school is put into a category anew. */
  categorised_every?: Span | null;
  /** Roles whose consent a deployment needs. */
  consents?: Roles;
  /** Whether one person can give one consent only, whatever roles they hold. */
  consents_by_different_people?: boolean;
  /** What is due after what. */
  deadlines?: Array<Deadline>;
  /** What counts as evidence, and when there is enough of it. */
  evidence?: EvidenceRule;
  /** How many schools an executive leader leads at most, if that is limited. */
  executive_span?: number | null;
  /** Ways in which a deployment comes to its end, each with its label. */
  exits?: Record<string, string>;
  /** Facts that the embedder's own rules establish, each with its label. */
  facts?: Record<string, string>;
  /** What is watched in the first weeks of support. */
  first_weeks?: FirstWeeksRule;
  /** Its name, stable over versions. */
  id: RuleId;
  /** What is seen half-way through a deployment. */
  mid_term?: MidTermRule | null;
  /** Milestones of its own; their order is a graph. */
  milestones?: Array<Milestone>;
  /** What closing something does to what is open in it, where the default does not do. */
  moving_on?: MovingOn;
  /** What a pause does to clocks. */
  on_pause?: PauseClocks;
  /** Parts of the due diligence on a joiner, each with its label. */
  parts?: Record<string, string>;
  /** The phases that a need goes through; one that is left out is passed over. */
  phases?: Array<NeedPhase>;
  /** Powers that can be used after an escalation, each with its label. */
  powers?: Record<string, string>;
  /** Levels of pressure, the lightest first, each with the support that it entitles to. */
  pressure?: Array<PressureLevel>;
  /** How progress is found in a progress review, each with its label. */
  progress?: Record<string, string>;
  /** On which branches progress can be found so; on all where an outcome is not named. */
  progress_when?: Record<string, Array<Branch>>;
  /** When a recommendation follows from what was seen. */
  reallocation?: ReallocationRule | null;
  /**
   * Why something can be done: the codes among which a reason is chosen, each with its label. None where
   * any code will do.
   */
  reasons?: Record<string, string>;
  /** How many years a closed cycle is kept; none where it is kept until somebody decides. */
  retention_years?: number | null;
  /** Who takes part: every role that the protocol speaks of, with its label. */
  roles: Record<string, string>;
  /** The size of one deployment in a term, by kind; kinds that are not named are not deployed. */
  sizes?: Record<string, HalfDays>;
  /** Where its facts and numbers come from. */
  sources?: Array<string>;
  /** Who may do what, under which conditions. */
  steps?: Record<string, Step>;
  /** Tasks of its own, in the order in which people read them. */
  tasks?: Array<Task>;
  /** Who makes up a review team. */
  team?: TeamRule;
  /** What people call it. */
  title?: string;
  /** Its version, from 1. */
  version: number;
  /** Who sees machines of a kind; kinds that are not named are seen by every role of the cycle. */
  visibility?: Record<string, Roles>;
  /** How long a review visit takes. */
  visit?: VisitRule;
  /** How much is asked of a school at most, and when it is left alone. */
  workload?: Workload;
}

/** A network that is held. */
export interface ProtocolsAtHand {
  /** The others at hand, to which cycles can be moved. */
  also: Array<Pin>;
  /** The protocol under which it runs. */
  protocol: Pin;
}

/** How something comes on, with its direction left to the next note. */
export type Rating = "red" | "amber" | "green";

/** What should become of the help for one need, and what would follow. */
export interface Reallocation {
  /** What more would be asked for; none where nothing would. */
  asks?: Asked | null;
  /** The cycle. */
  cycle: CycleId;
  /** Whose capacity would be free again. */
  frees: Array<Freed>;
  /** The need. */
  need: NeedId;
  /** How the pressure on the school would change; none where it would not. */
  pressure?: Pressure | null;
  /** What the rule recommends, with its reasons, the weightiest first. */
  recommended: Recommendation;
  /** The school that is helped. */
  school: SchoolId;
  /** How severe it is. */
  severity: Severity;
}

/** Thresholds of the rule that recommends what becomes of help. */
export interface ReallocationRule {
  /** Green ones among them that close a need. */
  greens_to_close: number;
  /** Green ones among them that let help fade. */
  greens_to_taper: number;
  /** Channels that must have spoken among them before anything but *continue* is recommended. */
  least_channels: number;
  /** Red ones among them that change the giver rather than add one. */
  reds_to_switch: number;
  /** How many of the latest observations count. */
  window: number;
}

/** What is recommended. Nothing of it is recorded. */
export interface Reallocations {
  /** For each need that is watched and of which something was observed. */
  needs: Array<Reallocation>;
}

/** A reason for a recommendation: a code with its parameters. */
export type Reason =
  | {
  code: "formal_review";
  params: {
    /** Its day. */
    on: string;
    /** What it saw. */
    rating: Rating;
  };
}
  | {
  code: "recent";
  params: {
    /** How many were amber. */
    amber: number;
    /** How many were green. */
    green: number;
    /** How many were red. */
    red: number;
  };
}
  | {
  code: "untriangulated";
  params: {
    /** Channels that have spoken. */
    channels: number;
    /** Channels that must. */
    least: number;
  };
}
  | {
  code: "tried_before";
  params: {
    /** What was decided then. */
    outcome: Outcome;
  };
}
  | {
  code: "contradicted";
};

/** Why something was done, from the protocol's vocabulary; free text lives behind a `NoteRef`. */
export type ReasonCode = string;

/** What the rule recommends for a need. */
export interface Recommendation {
  /** What should become of the help. */
  outcome: Outcome;
  /** Why, the weightiest first. */
  reasons: Array<Reason>;
}

/** A recommendation with its reasons. */
export interface Recommended {
  /** The decision it asks for. */
  decision: DecisionId;
  /** The need it is about. */
  need: NeedId;
  /** What is recommended. */
  outcome: Outcome;
  /** Why, the weightiest first. */
  reasons: Array<Reason>;
}

/** A command turned down: every reason, never only the first. */
export type Refusal = Array<BlockedBlocker>;

/** A request within its cycle. */
export interface Request {
  /** Whether the answer was clear; none before it was looked at. */
  clear: boolean | null;
  /** The deployment it is about, if it is about one. */
  deployment: DeploymentId | null;
  /** What is asked for. */
  kind: RequestKind;
  /** The role of whoever is asked. */
  of: Role;
  /** Where it stands. */
  phase: RequestPhase;
  /** Since when. */
  since: string;
}

/** A consent, conflict declaration or document that was asked for. */
export type RequestId = string;

/** What is asked for. */
export type RequestKind = "consent" | "conflict_declaration" | "document";

/** Where a request stands. */
export type RequestPhase = "requested" | "received" | "reviewed" | "cancelled";

/** An observation with another rating. */
export interface Rerated {
  /** Its place. */
  observation: number;
  /** The rating that is supposed. */
  rating: Rating;
}

/** What is answered: `{"type","data"}`, with the type of the request. */
export type Response =
  | {
  data: ProtocolsAtHand;
  type: "open";
}
  | {
  data: Placed;
  type: "restore";
}
  | {
  data: Placed;
  type: "close";
}
  | {
  data: Held;
  type: "networks";
}
  | {
  data: Decided;
  type: "decide";
}
  | {
  data: Applied;
  type: "apply";
}
  | {
  data: Explained;
  type: "explain";
}
  | {
  data: Placed;
  type: "evolve";
}
  | {
  data: CycleActions;
  type: "actions";
}
  | {
  data: Clocks;
  type: "clocks";
}
  | {
  data: Tasks;
  type: "tasks";
}
  | {
  data: Checked;
  type: "check";
}
  | {
  data: Late;
  type: "overdue";
}
  | {
  data: Reallocations;
  type: "reallocation";
}
  | {
  data: Supposed;
  type: "counterfactual";
}
  | {
  data: Spread;
  type: "allocation";
}
  | {
  data: CycleView;
  type: "view";
}
  | {
  data: NetworkView;
  type: "overview";
}
  | {
  data: Snapshot;
  type: "snapshot";
}
  | {
  data: LogLines;
  type: "log";
}
  | {
  data: Position;
  type: "position";
};

/** A review within its cycle; its findings live with the school. */
export interface Review {
  /** In which directions feedback was given. */
  feedback: Array<Feedback>;
  /** Who leads it, once the team is formed. */
  lead: PersonId | null;
  /** The peers beside the lead. */
  peers: Array<PersonId>;
  /** Where it stands. */
  phase: ReviewPhase;
  /** Since when. */
  since: string;
  /** The last day of the visit, where it takes more than one. */
  until?: string | null;
  /** The first day of the visit, once it is fixed. */
  visit: string | null;
}

/** A review visit within a cycle. */
export type ReviewId = string;

/** A review of a cycle. */
export interface ReviewOfCycle {
  /** The cycle. */
  cycle: CycleId;
  /** The review. */
  review: ReviewId;
}

/** Where a review stands. */
export type ReviewPhase =
  | "planned"
  | "team_formed"
  | "scheduled"
  | "in_progress"
  | "feedback_given"
  | "drafted"
  | "right_of_reply"
  | "agreed"
  | "shared"
  | "cancelled";

/** Somebody who reviews other schools. */
export interface ReviewerView {
  /** Visits that are booked for them. */
  booked: Array<BookedView>;
  /** Whether they have shadowed a review, and so may lead one. */
  has_shadowed: boolean;
  /** Visits in a term for which they may be asked. */
  visits_in_term: number;
}

/** In what capacity a person acts, such as `host_head` or `commissioner`. */
export type Role = string;

/** Roles in the order in which they are written. A copy shares the list. */
export type Roles = Array<Role>;

/** Room that a giver would have, and whom it could serve. */
export interface Room {
  /**
   * Needs that wait and for which it would then come into question, the most severe first. A round says
   * which of them it would best serve.
   */
  could_serve: Array<Waiting>;
  /** How many deployments it has free now. */
  now: Units;
  /** How many it would have free then. */
  then: Units;
}

/** One pass of matching over the network. */
export type RoundId = string;

/** A round of matching. */
export interface RoundView {
  /** Placements that were declined in it. */
  declined?: Array<Placement>;
  /** How it was opened. */
  opened: OpenedRound;
  /** Its plan, once there is one. */
  plan?: ProposedPlan | null;
  /** Whether it is open, proposed, confirmed or closed. */
  stage: string;
}

/** A rule of a derivation or protocol, named so that reports can point to it. */
export type RuleId = string;

/** A school, as giver or taker; says nothing about its people. Survives a change of URN. */
export type SchoolId = string;

/** What was reported of the school, as the cycle keeps it. */
export interface SchoolRecord {
  /** Who was appointed to which post last. */
  appointed: Record<string, PersonId>;
  /** When it closed. */
  closed: string | null;
  /** When the school last converted or moved to another responsible body: consents are asked again. */
  converted: string | null;
  /** Givers who can lend less than they did, and how many deployments they can still lend here. */
  falls: Record<string, Units>;
  /** Concerns for children that were handed to the designated safeguarding lead: when, and to which role. */
  handovers: Record<string, [string, Role]>;
  /** Inspections, in the order in which they were reported. */
  inspections: Array<Inspection>;
  /** Interests declared: who has a tie to which school. */
  interests: Array<Interest>;
  /** The school it merged into, and when. */
  merged: [SchoolId, string] | null;
  /** Strikes, in the order in which they were reported. */
  strikes: Array<Strike>;
  /** Posts that are vacant, and since when. */
  vacancies: Record<string, string>;
}

/** What a school is called by where its id would say nothing to a reader. */
export type SchoolReference = {
  kind: "urn";
  number: Urn;
} | {
  kind: "pseudonym";
  number: number;
};

/** A term of one school year, as people name it: the spring term of 2026/27. */
export interface SchoolTerm {
  /** The calendar year in which the school year begins. */
  school_year: number;
  /** Which term of it. */
  term: TermName;
}

/** A score or a sum of scores, exact to six places; text where a number would not be exact. */
export type Score = number | string;

/** What stands above the seal. */
export interface Seal {
  /** How many entries. */
  events: number;
  /** SHA-256 over their lines, each with its line feed, in hex. */
  sha256: string;
}

/** A self-evaluation within its cycle; its text lives with the school. */
export interface SelfEvaluation {
  /** Where it stands. */
  phase: SelfEvaluationPhase;
  /** Since when. */
  since: string;
}

/** A self-evaluation within a cycle. */
export type SelfEvaluationId = string;

/** Where a self-evaluation stands. */
export type SelfEvaluationPhase =
  | "draft"
  | "consulted"
  | "submitted"
  | "shared"
  | "dropped";

/** How serious a need is. */
export type Severity = "low" | "moderate" | "high" | "urgent";

/** A minimum that the plan does not keep. */
export type ShortEntry = ShortLoad | UnusedPair;

/** A load below its minimum. */
export interface ShortLoad {
  /** Units that there are. */
  found: number;
  /** Whose. */
  id: string;
  /** Units that there should be at least. */
  minimum: number;
}

/** The sides of a placement. */
export type Side = "giver" | "taker";

/** What evidence tells. */
export type Side2 = "what" | "why";

/**
 * A whole network in one value: its protocols and its log.
 *
 * It holds no state beside the lines: restoring it folds them, and takes as long as that. Entries of erased
 * cycles are not in it.
 */
export interface Snapshot {
  /** The form of what it keeps; another form is not restored. */
  form: string;
  /** The lines of the log. */
  lines: Array<string>;
  /** The protocols, whole. */
  opening: Opening;
  /** How many lines, and their hash. */
  seal: Seal;
}

/**
 * A span of time in one explicit unit, counted by
 * `SchoolCalendar::after`.
 */
export type Span =
  | {
  count: number;
  unit: "days";
}
  | {
  count: number;
  unit: "working_days";
}
  | {
  count: number;
  unit: "school_days";
}
  | {
  count: number;
  unit: "school_weeks";
}
  | {
  count: number;
  unit: "half_terms";
}
  | {
  count: number;
  unit: "terms";
};

/** How help is spread. */
export interface Spread {
  /** Absent where it is not to be seen. */
  allocation?: Allocation | null;
}

/** How far a person has come towards being lent. */
export type Stage = "identified" | "developed" | "deployable" | "stood_down";

/** What a deployment holds in each phase. */
export type Stage2 =
  | "Proposed"
  | "ConflictCleared"
  | {
  Agreed: Agreement;
}
  | {
  Active: {
    /** What was agreed. */
    agreement: Agreement;
    /** When the work started. */
    started: string;
  };
}
  | {
  Tapering: {
    /** What was agreed. */
    agreement: Agreement;
    /** When the work started. */
    started: string;
  };
}
  | {
  Completed: {
    /** What was agreed. */
    agreement: Agreement;
    /** When it ended. */
    ended: string;
    /** When the work started. */
    started: string;
  };
}
  | {
  ImpactReviewed: {
    /** What was agreed. */
    agreement: Agreement;
    /** When it ended. */
    ended: string;
    /** What it brought. */
    rating: Rating;
    /** When the work started. */
    started: string;
  };
}
  | {
  Declined: {
    /** By whom. */
    by: Role;
    /** Why. */
    reason: ReasonCode | null;
  };
}
  | "Withdrawn"
  | {
  Cancelled: {
    /** When it was broken off. */
    ended: string;
    /** When the work had started, if it had. */
    started: string | null;
  };
};

/** With whom a leader builds relations. */
export type Stakeholder = "staff" | "parents" | "pupils";

/** Something that is wrong and stays so until somebody sets it right. */
export type StandingViolation =
  | {
  code: "capacity_below_commitments";
  params: {
    /** The giver. */
    giver: SchoolId;
    /** The first term in which it is so; none beyond the calendar. */
    term?: SchoolTerm | null;
  };
}
  | {
  code: "person_overdrawn";
  params: {
    /** Who lends them. */
    giver: SchoolId;
    /** The person. */
    person: PersonId;
  };
}
  | {
  code: "reviewer_overbooked";
  params: {
    /** The school they work for. */
    giver: SchoolId;
    /** The reviewer. */
    person: PersonId;
  };
}
  | {
  code: "gone_school_lends";
  params: {
    /** The school. */
    giver: SchoolId;
  };
}
  | {
  code: "gone_school_in_cycle";
  params: {
    /** Its cycle. */
    cycle: CycleId;
    /** The school. */
    school: SchoolId;
  };
}
  | {
  code: "below_ratio";
  params: {
    /** Givers it lacks. */
    deficit: number;
    /** Members that can give. */
    givers: number;
    /** The partnership. */
    partnership: PartnershipId;
    /** Schools with open needs. */
    takers: number;
  };
};

/** Who may do a step, and when. */
export interface Step {
  /** Conditions that must hold, beside those of the law. */
  guards?: Array<Guard>;
  /** Roles that are told when it was done. */
  notify?: Roles;
  /** Who may do it although some of the conditions do not hold, with a reason code. */
  override?: Override | null;
  /** Reasons among which one is chosen for it; any of the protocol's where none is named. */
  reasons?: Array<ReasonCode>;
  /** Roles that may. A report of fact needs none. */
  roles?: Roles;
}

/** Days on which the school does not work. */
export interface Strike {
  /** The first. */
  from: string;
  /** The last. */
  to: string;
}

/** In what form support comes to a school: the kind of a deployment. */
export type SupportKind =
  | "executive_leader"
  | "substantive_head"
  | "specialist_leader"
  | "coach"
  | "cpdl_programme"
  | "pupil_intervention";

/** What is recommended, and what would be. Nothing where the need is not watched, or not to be seen. */
export interface Supposed {
  /** What would change the outcome, where it was searched. */
  found?: Counterfactuals | null;
  /** As it is. */
  now?: Reallocation | null;
  /** Under what is supposed; absent where nothing was, or nothing would then be recommended. */
  supposed?: Reallocation | null;
}

/** What is supposed of a need's observations, which are told by their place among those recorded, from 0. */
export type Supposition = {
  kind: "without";
  of: Array<number>;
} | {
  kind: "rated";
  of: Rerated;
};

/** A task of a protocol. */
export interface Task {
  /** Tasks that come before it. */
  after?: Array<TaskCode>;
  /** Its code. */
  code: TaskCode;
  /** When it is due, counted from the day on which it could first be done. */
  due?: Span | null;
  /** How much later it still counts as done in time. */
  grace?: Span | null;
  /** Conditions that must hold before it is done. */
  guards?: Array<Guard>;
  /** What people call it. */
  label: string;
  /** The milestone it belongs to, if it belongs to one. */
  milestone?: MilestoneCode | null;
  /** Whether a milestone is reached without it, too. */
  optional?: boolean;
  /** What it can come to, each with its label; none where it is only done or not. */
  outcomes?: Record<string, string>;
  /** When reminders go out, counted from the same day. */
  remind?: Array<Span>;
  /** Roles that may do it. */
  roles: Roles;
  /** Branches on which it is asked for; on all where there is none. */
  when?: Array<Branch>;
}

/** A task that a protocol asks for, such as `confirm_eligibility`. */
export type TaskCode = string;

/** Where a task stands, once somebody has touched it. */
export type TaskPhase = "in_progress" | "complete" | "dropped";

/** A task that somebody has touched. */
export interface TaskState {
  /** What it came to, where the protocol asks for that. */
  outcome: OutcomeCode | null;
  /** Where it stands. */
  phase: TaskPhase;
  /** Since when. */
  since: string;
}

/** What waits for a person. */
export interface Tasks {
  /** Cycles in which something waits. */
  cycles: Array<CycleTasks>;
}

/** Who makes up a review team. */
export interface TeamRule {
  /** Whether no two of them may come from one school. */
  different_schools?: boolean;
  /** Peers beside the lead, at least. */
  least_peers?: number;
  /** Peers beside the lead, at most, if that is limited. */
  most_peers?: number | null;
}

/** A term of the school year. */
export type TermName = "autumn" | "spring" | "summer";

/** Something that waits for a person. */
export interface Todo {
  /** What it is about. */
  child: Child;
  /** When it is due, where a clock runs. */
  due?: string | null;
  /** Whether it is late. */
  overdue: boolean;
  /** What is to be done. */
  what: What;
}

/** An event as an answer tells it. */
export interface ToldEvent {
  /** The payload. */
  data: unknown;
  /** Its place in the stream. */
  seq: number;
  /** The stream it belongs to. */
  stream: string;
  /** Its wire code. */
  type: string;
  /** The version of its payload's shape. */
  version: number;
}

/** Something that stands although it should not. */
export interface ToldViolation {
  /** What those who settle it can do. */
  help: string;
  /** Whether a fact raised it and somebody can set it right; the others must never be. */
  standing: boolean;
  /** What it is. */
  violation: Violation;
}

/** A score or a sum of scores, exact to six places; text where a number would not be exact. */
export type Total = number | string;

/** Something in a running cycle that does not fit another protocol. */
export type Unfit =
  | {
  code: "stuck";
  of: Child;
}
  | {
  code: "phase_left_out";
  of: Child;
}
  | {
  code: "not_asked_for";
  of: Child;
}
  | {
  code: "other_size";
  of: Child;
}
  | {
  code: "code_unknown";
  of: string;
}
  | {
  code: "not_consented";
  of: Child;
};

/** Whole deployments: how many a need asks for, how many a giver can have at once. */
export type Units = number;

/** Demand that the plan does not meet. */
export interface UnmetDemand {
  /** Why. */
  reason: UnmetReason;
  /** The taker's id. */
  taker: string;
  /** How many units. */
  units: number;
}

/** Why some of a taker's demand stays unmet. */
export type UnmetReason =
  | "no_candidate"
  | "forbidden"
  | "too_far"
  | "too_few_candidates"
  | "no_capacity"
  | "group_full"
  | "in_team_already"
  | "shared_capacity_taken"
  | "capacity_taken"
  | "no_gain";

/** A required pair that is not used. */
export interface UnusedPair {
  /** The giver's id. */
  giver: string;
  /** The taker's id. */
  taker: string;
}

/**
 * A Unique Reference Number: six digits, the first not zero. It changes when a school converts.
 *
 * Numbers from 900000 on are not issued; `Urn::is_fictional` is true of them, and every school that
 * Collegium makes up bears one.
 */
export type Urn = number;

/**
 * What a plan achieves, or what no plan can exceed.
 *
 * Minimum loads and required pairs come first: the fewer units short, the better. Then, under
 * `Objective::Coverage`, more units come before any score; under `Objective::Score` a higher score
 * comes before any units.
 */
export interface Value {
  /**
   * Sum of the scores of the pairs used; under `Objective::LeastChange` each pair that stays counts the
   * price of a change more.
   */
  score: Total;
  /** Units by which minimum loads are missed, and required pairs that are not used. */
  short?: number;
  /** Units of demand met. */
  units: number;
}

/** What a person decided. */
export interface Verdict {
  /** When. */
  at: string;
  /** By whom. */
  by: PersonId;
  /** On which conditions, if any. */
  conditions: Array<ReasonCode>;
  /** What. */
  outcome: Outcome;
}

/** Something that stands although it should not. */
export type Violation =
  | {
  code: "leadership_gap";
  params: {
    /** The post. */
    post: Post;
    /** Since when. */
    since: string;
  };
}
  | {
  code: "consents_to_renew";
  params: {
    /** The deployment. */
    deployment: DeploymentId;
    /** Roles that are asked again. */
    roles: Roles;
  };
}
  | {
  code: "capacity_below_commitments";
  params: {
    /** The giver. */
    giver: SchoolId;
    /** What is live. */
    live: number;
    /** What it can still lend. */
    still: Units;
  };
}
  | {
  code: "visit_on_strike";
  params: {
    /** The day. */
    day: string;
    /** The review. */
    review: ReviewId;
  };
}
  | {
  code: "school_gone";
  params: {
    /** Since when. */
    since: string;
  };
}
  | {
  code: "closed_but_open";
  params: {
    /** What is open. */
    children: Array<Child>;
  };
}
  | {
  code: "agreed_without_consent";
  params: {
    /** The deployment. */
    deployment: DeploymentId;
    /** Roles that never consented. */
    roles: Roles;
  };
};

/** How long a review visit takes, in school days. One that is told without a last day takes one. */
export interface VisitRule {
  /** School days, at least. */
  least_days?: number;
  /** School days, at most, if that is limited. */
  most_days?: number | null;
}

/** A need that waits for a giver. */
export interface Waiting {
  /** Its cycle. */
  cycle: CycleId;
  /** The need. */
  need: NeedId;
  /** The school. */
  school: SchoolId;
  /** What speaks for the pair. */
  score: Score;
  /** How severe it is. */
  severity: Severity;
}

/** What is to be done. */
export type What = {
  kind: "act";
  of: Act;
} | {
  kind: "clock";
  of: Awaits;
} | {
  kind: "violation";
  of: Violation;
};

/** When capacity would be free. */
export type When = "at_once" | "when_it_ends";

/** Why days are protected from visits and requests, such as `exams` or `tests`. */
export type WindowCode = string;

/** How much is asked of a school at most, and when it is left alone. What is not set is not limited. */
export interface Workload {
  /** School days at the end of each term in which there is no visit. */
  end_of_term?: number;
  /** How long before a visit its day is told. */
  notice?: Span | null;
  /** Requests that wait for an answer at once. */
  open_requests?: number | null;
  /** Windows of the calendar in which there is no visit. */
  protected?: Array<WindowCode>;
  /** Visits in a term. */
  visits_in_term?: number | null;
  /** Visits in a term in which one person is lead or peer, within this cycle. */
  visits_in_term_each?: number | null;
  /** Visits in a school year, which begins with August. */
  visits_in_year?: number | null;
}

/** A workshop within its cycle. */
export interface Workshop {
  /** The actions of its plan. */
  actions: Array<PlannedAction>;
  /** Who facilitates it. */
  champion: PersonId;
  /** Where it stands. */
  phase: WorkshopPhase;
  /** The review whose findings it takes up, if it takes up one. */
  review: ReviewId | null;
  /** Since when. */
  since: string;
}

/** A session that turns a review's findings into owned actions. */
export type WorkshopId = string;

/** Where a workshop stands. */
export type WorkshopPhase =
  | "called"
  | "held"
  | "plan_drafted"
  | "adopted"
  | "cancelled";
