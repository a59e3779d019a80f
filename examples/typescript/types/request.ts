// Made by `collegium schema request --language typescript`. Do not edit it.

/** A request as it travels: `{"id","network","request":{"type","data"}}`. */
export interface RequestLine {
  /** Text by which the answer is told from others; it stands in the answer. */
  id: string;
  /** The network, under the id that was given when it was opened. Only `networks` goes without. */
  network?: string | null;
  /** What is asked. */
  request: Request;
}

/** What a person holds that shows they can be deployed. */
export type AccreditationCode = string;

/** An accreditation of a person. */
export interface AccreditedPerson {
  /** What they now hold. */
  accreditation: AccreditationCode;
  /** The school or central team they work for. */
  giver: SchoolId;
  /** The person. */
  person: PersonId;
}

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

/** A kind of work within a deployment, such as `teaching`. */
export type ActivityCode = string;

/** A charter that the partnership has adopted. */
export interface AdoptedCharter {
  /** Whether nobody is admitted before due diligence has ended with *onboarded*. */
  after_due_diligence?: boolean;
  /** The partnership. */
  partnership: PartnershipId;
  /** How many givers there are to be for those that need support, where that is agreed. */
  ratio?: RatioRule | null;
  /** Its version, from 1, each one more than the last. */
  version: number;
}

/** A deployment with its agreement. */
export interface Agreed {
  /** What was agreed. */
  agreement: Agreement;
  /** The deployment. */
  deployment: DeploymentId;
}

/** What a diagnosis came to. */
export interface AgreedDiagnosis {
  /** The need. */
  need: NeedId;
  /** How severe it was found to be. */
  severity: Severity;
  /** How many deployments it asks for; at least one. */
  units: Units;
}

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
  fee_pence?: number;
  /** The first day of work. */
  from: string;
  /** The last day of work. */
  to: string;
}

/** An answer with the evidence it rests on. */
export interface AnsweredEnquiry {
  /** Whether it says that something is the cause of something. */
  causal?: boolean;
  /** The enquiry. */
  enquiry: EnquiryId;
  /** Evidence of this enquiry that the answer rests on. */
  evidence: Array<EvidenceId>;
}

/** What one side says of a placement. */
export interface AnsweredPlacement {
  /** Whether it accepts; why it does not stands in the envelope. */
  accepts: boolean;
  /** The placement. */
  placement: Placement;
  /** The round. */
  round: RoundId;
  /** Which side answers. */
  side: Side2;
}

/** An appointment, which is the responsible body's own decision; the engine records it. */
export interface Appointment {
  /** Whether for a time only. */
  interim?: boolean;
  /** Who has it now. */
  person: PersonId;
  /** The post. */
  post: Post;
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

/** A cycle in which somebody would act. */
export interface AskedActions {
  /** Who would act. */
  caller: Caller;
  /** The cycle; one that does not exist yet can be opened. */
  cycle: CycleId;
  /** Who is shown the answer; where absent, the host itself. */
  shown_to?: Audience | null;
}

/** Help as it is spread. */
export interface AskedAllocation {
  /** Of each school's pupils those who are disadvantaged, as far as it is known. Nothing of it is kept. */
  disadvantaged: Record<string, Portion>;
  /** Who is shown the answer; where absent, the host itself. */
  shown_to?: Audience | null;
}

/** A command that is asked about. */
export interface AskedCommand {
  /** The command with its circumstances. */
  sent: SentCommand;
  /** Who is shown the answer; where absent, the host itself. */
  shown_to?: Audience | null;
}

/** A recommendation that might have been another. */
export interface AskedCounterfactual {
  /** Which givers come into question, as in a round; the defaults where nothing is said. */
  candidates?: CandidateRules;
  /** The need. */
  need: NeedId;
  /** Who is shown the answer; where absent, the host itself. */
  shown_to?: Audience | null;
  /** What is supposed of its observations; where absent, what would change the outcome is searched. */
  supposing?: Supposition | null;
}

/** A place in the log. */
export interface AskedLog {
  /** The last place that is known; 0 for the whole log. */
  after: number;
  /** How many lines at most; where absent, all. */
  most?: number | null;
}

/** A moment at which the whole network is looked at. */
export interface AskedMoment {
  /** The moment, in civil time. */
  at: string;
  /** Who is shown the answer; where absent, the host itself. */
  shown_to?: Audience | null;
}

/** A network that is looked at. */
export interface AskedOverview {
  /** Who is shown the answer; where absent, the host itself. */
  shown_to?: Audience | null;
}

/** Help that may be moved. */
export interface AskedReallocation {
  /** Which givers come into question, as in a round; the defaults where nothing is said. */
  candidates?: CandidateRules;
  /** Who is shown the answer; where absent, the host itself. */
  shown_to?: Audience | null;
}

/** A person for whom something may wait. */
export interface AskedTasks {
  /** The person. */
  caller: Caller;
  /** One cycle; where absent, every cycle that is open. */
  cycle?: CycleId | null;
  /** Who is shown the answer; where absent, the host itself. */
  shown_to?: Audience | null;
}

/** A moment at which something is looked at. */
export interface AskedTimes {
  /** The moment, in civil time. */
  at: string;
  /** One cycle; where absent, every cycle. */
  cycle?: CycleId | null;
  /** Who is shown the answer; where absent, the host itself. */
  shown_to?: Audience | null;
}

/** A cycle that is looked at. */
export interface AskedView {
  /** The cycle. */
  cycle: CycleId;
  /** Who is shown the answer; where absent, the host itself. */
  shown_to?: Audience | null;
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

/** Whoever something is shown to. */
export interface Audience {
  /** The person. */
  person: PersonId;
  /** The roles in which they look. */
  roles: Array<Role>;
  /** The school to which they belong, as far as the host says so. */
  school?: SchoolId | null;
}

/** Which needs, or reviews, take part in a round. */
export type Basis = "diagnosed" | "reported" | "leads" | "peers";

/** What becomes of a wish that would take a partnership below its ratio. */
export type BelowRatio = "flag" | "refuse";

/** A condition on what was decided, or on what a task came to. Exactly one of the two is named. */
export interface Branch {
  /** The decision. */
  approval?: ApprovalKind | null;
  /** The outcomes that lead here. */
  is: Array<OutcomeCode>;
  /** The task. */
  task?: TaskCode | null;
}

/** A workshop as it is called. */
export interface CalledWorkshop {
  /** Who facilitates it. */
  champion: PersonId;
  /** The school from which they come. */
  champion_from: SchoolId;
  /** The review whose findings it takes up, if it takes up one. */
  review?: ReviewId | null;
  /** The workshop. */
  workshop: WorkshopId;
}

/** Whoever would act. */
export interface Caller {
  /** The person. */
  actor: PersonId;
  /** When, in civil time. */
  at: string;
  /** Facts of the embedder's own rules that hold. */
  facts?: Array<FactName>;
  /** For whom, if not for themselves. */
  on_behalf_of?: PersonId | null;
  /** The reason they would give. */
  reason?: ReasonCode | null;
  /** The roles in which they act here. */
  roles: Array<Role>;
  /** The school to which they belong. */
  school?: SchoolId | null;
  /** Whether it would be an urgent override. */
  urgent?: boolean;
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
  farthest?: Metres | null;
  /** Points for a giver next door, falling in a straight line to none at `farthest`. */
  nearness_points?: number;
  /** Points where giver and taker serve the same stage of education. */
  same_phase_points?: number;
  /** Points for each rank of severity (1 low to 4 urgent). */
  severity_points?: number;
}

/** A giver who can lend less to this school than it did. */
export interface CapacityFall {
  /** The giver. */
  giver: SchoolId;
  /** How many deployments it can still lend here. */
  still: Units;
}

/** The category in which a school is monitored. */
export interface Categorised {
  /** Which category of the protocol. */
  category: CategoryCode;
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

/** A peer's question that must be answered. */
export type ChallengeId = string;

/** A way of watching, with a cadence of its own. */
export type Channel = "data_check" | "informal_visit" | "formal_review";

/** A baseline expectation that was looked at. */
export interface CheckedExpectation {
  /** The deployment. */
  deployment: DeploymentId;
  /** Which expectation of the protocol. */
  expectation: ExpectationCode;
  /** Whether it was met. */
  met: boolean;
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

/** The span after which a step is refused. */
export type ClosedAfter = Span;

/** The closure of the school. */
export interface Closure {
  /** Its last day. */
  on: string;
}

/** A coaching contract; leads to dates and counts, never to what was said. */
export type CoachingId = string;

/** What somebody asks for, or reports. */
export type Command =
  | {
  data: OpenedCycle;
  type: "open_cycle";
}
  | {
  data: OverCycle;
  type: "pause_cycle";
}
  | {
  data: OverCycle;
  type: "resume_cycle";
}
  | {
  data: OverCycle;
  type: "stop_cycle";
}
  | {
  data: OverCycle;
  type: "reopen_cycle";
}
  | {
  data: OverCycle;
  type: "close_cycle";
}
  | {
  data: Migrated;
  type: "migrate_cycle";
}
  | {
  data: Extended;
  type: "extend_deadline";
}
  | {
  data: Categorised;
  type: "categorise_school";
}
  | {
  data: HandedOver;
  type: "hand_over_safeguarding";
}
  | {
  data: Vacancy;
  type: "report_vacancy";
}
  | {
  data: Appointment;
  type: "record_appointment";
}
  | {
  data: Conversion;
  type: "report_conversion";
}
  | {
  data: Merger;
  type: "report_merger";
}
  | {
  data: Closure;
  type: "report_closure";
}
  | {
  data: Inspection;
  type: "report_inspection";
}
  | {
  data: Strike;
  type: "report_strike";
}
  | {
  data: CapacityFall;
  type: "report_capacity_fall";
}
  | {
  data: Interest;
  type: "declare_interest";
}
  | {
  data: ReportedNeed;
  type: "report_need";
}
  | {
  data: OfNeed;
  type: "begin_diagnosis";
}
  | {
  data: AgreedDiagnosis;
  type: "agree_diagnosis";
}
  | {
  data: OfNeed;
  type: "withdraw_diagnosis";
}
  | {
  data: OfNeed;
  type: "close_need";
}
  | {
  data: OfNeed;
  type: "reopen_need";
}
  | {
  data: OfSelfEvaluation;
  type: "draft_self_evaluation";
}
  | {
  data: OfSelfEvaluation;
  type: "consult_on_self_evaluation";
}
  | {
  data: OfSelfEvaluation;
  type: "submit_self_evaluation";
}
  | {
  data: OfSelfEvaluation;
  type: "share_self_evaluation";
}
  | {
  data: OfSelfEvaluation;
  type: "withdraw_self_evaluation";
}
  | {
  data: OfReview;
  type: "plan_review";
}
  | {
  data: Team;
  type: "form_team";
}
  | {
  data: ScheduledVisit;
  type: "schedule_review";
}
  | {
  data: OfReview;
  type: "begin_review";
}
  | {
  data: GivenFeedback;
  type: "give_feedback";
}
  | {
  data: OfReview;
  type: "draft_report";
}
  | {
  data: OfReview;
  type: "open_right_of_reply";
}
  | {
  data: OfReview;
  type: "agree_report";
}
  | {
  data: OfReview;
  type: "share_report";
}
  | {
  data: OfReview;
  type: "reopen_report";
}
  | {
  data: OfReview;
  type: "cancel_review";
}
  | {
  data: OpenedEnquiry;
  type: "open_enquiry";
}
  | {
  data: RecordedEvidence;
  type: "record_evidence";
}
  | {
  data: AnsweredEnquiry;
  type: "answer_enquiry";
}
  | {
  data: OfEnquiry;
  type: "reopen_enquiry";
}
  | {
  data: CalledWorkshop;
  type: "call_workshop";
}
  | {
  data: OfWorkshop;
  type: "hold_workshop";
}
  | {
  data: DraftedPlan;
  type: "draft_plan";
}
  | {
  data: OfWorkshop;
  type: "adopt_plan";
}
  | {
  data: OfWorkshop;
  type: "cancel_workshop";
}
  | {
  data: SentRequest;
  type: "send_request";
}
  | {
  data: OfRequest;
  type: "record_receipt";
}
  | {
  data: ReviewedRequest;
  type: "review_request";
}
  | {
  data: OfRequest;
  type: "cancel_request";
}
  | {
  data: Proposal;
  type: "propose_deployment";
}
  | {
  data: OfDeployment;
  type: "clear_conflict";
}
  | {
  data: Consent;
  type: "give_consent";
}
  | {
  data: Agreed;
  type: "agree_deployment";
}
  | {
  data: OfDeployment;
  type: "start_deployment";
}
  | {
  data: OfDeployment;
  type: "taper_deployment";
}
  | {
  data: OfDeployment;
  type: "complete_deployment";
}
  | {
  data: Impact;
  type: "review_impact";
}
  | {
  data: Declined;
  type: "decline_deployment";
}
  | {
  data: OfDeployment;
  type: "withdraw_deployment";
}
  | {
  data: OfDeployment;
  type: "cancel_deployment";
}
  | {
  data: RecordedContact;
  type: "record_contact";
}
  | {
  data: CheckedExpectation;
  type: "check_expectation";
}
  | {
  data: LoggedTime;
  type: "log_time";
}
  | {
  data: SetObjectiveFor;
  type: "set_objective";
}
  | {
  data: ProgressNote;
  type: "note_progress";
}
  | {
  data: OfObjective;
  type: "close_objective";
}
  | {
  data: OfObjective;
  type: "reopen_objective";
}
  | {
  data: MonitoringRecord;
  type: "record_monitoring";
}
  | {
  data: PlannedProgressReview;
  type: "plan_progress_review";
}
  | {
  data: RecordedProgressReview;
  type: "record_progress_review";
}
  | {
  data: RaisedConcern;
  type: "raise_concern";
}
  | {
  data: OfConcern;
  type: "resolve_concern";
}
  | {
  data: EscalatedConcern;
  type: "escalate_concern";
}
  | {
  data: UsedPower;
  type: "use_power";
}
  | {
  data: OfConcern;
  type: "close_concern";
}
  | {
  data: OfConcern;
  type: "reopen_concern";
}
  | {
  data: RaisedChallenge;
  type: "raise_challenge";
}
  | {
  data: OfChallenge;
  type: "answer_challenge";
}
  | {
  data: OfChallenge;
  type: "settle_challenge";
}
  | {
  data: OfChallenge;
  type: "escalate_challenge";
}
  | {
  data: Recommended;
  type: "recommend_reallocation";
}
  | {
  data: Decided;
  type: "decide_reallocation";
}
  | {
  data: RecommendedApproval;
  type: "recommend_approval";
}
  | {
  data: DecidedApproval;
  type: "decide_approval";
}
  | {
  data: OfApproval;
  type: "revoke_approval";
}
  | {
  data: ContractedCoaching;
  type: "contract_coaching";
}
  | {
  data: HeldSession;
  type: "record_session";
}
  | {
  data: OfCoaching;
  type: "close_coaching";
}
  | {
  data: OfDueDiligence;
  type: "register_interest";
}
  | {
  data: OfDueDiligence;
  type: "begin_triage";
}
  | {
  data: OfDueDiligence;
  type: "begin_detailed_diligence";
}
  | {
  data: CompletedPart;
  type: "complete_part";
}
  | {
  data: OfDueDiligence;
  type: "accept_joiner";
}
  | {
  data: OfDueDiligence;
  type: "defer_joiner";
}
  | {
  data: OfDueDiligence;
  type: "decline_joiner";
}
  | {
  data: OfDueDiligence;
  type: "onboard_joiner";
}
  | {
  data: OfTask;
  type: "start_task";
}
  | {
  data: CompletedTask;
  type: "complete_task";
}
  | {
  data: OfTask;
  type: "reopen_task";
};

/** A command, named by its sender, so that sending it twice is harmless. */
export type CommandId = string;

/** A part of due diligence that is done, with the needs it found. Each of them is reported with it. */
export interface CompletedPart {
  /** The due diligence. */
  due_diligence: DueDiligenceId;
  /** What it found that the school needs help with. */
  needs?: Array<Need>;
  /** Which part. */
  part: PartCode;
}

/** A task that is done. */
export interface CompletedTask {
  /** What it came to; needed where the protocol lists outcomes for it, and nowhere else. */
  outcome?: OutcomeCode | null;
  /** The task. */
  task: TaskCode;
}

/** A worry raised beside a cycle, open until it is resolved or escalated. */
export type ConcernId = string;

/** A consent, in the role of whoever consents. */
export interface Consent {
  /** The role in which consent is given. */
  by: Role;
  /** The deployment. */
  deployment: DeploymentId;
}

/** Who coaches whom. */
export interface ContractedCoaching {
  /** Who coaches. */
  coach: PersonId;
  /** Who is coached. */
  coached: PersonId;
  /** The coaching. */
  coaching: CoachingId;
}

/** A conversion, or a move to another responsible body: the school's number changes, its history stays. */
export interface Conversion {
  /** Its number before. */
  from: Urn;
  /** When. */
  on: string;
  /** Its number now; the same where only the responsible body changed. */
  to: Urn;
}

/** One turn of the review loop for one school. */
export type CycleId = string;

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

/** A decision. */
export interface Decided {
  /** Conditions, from the protocol's vocabulary. */
  conditions?: Array<ReasonCode>;
  /** The recommendation it answers. */
  decision: DecisionId;
  /** What is decided; it may differ from what was recommended. */
  outcome: Outcome;
}

/** A decision. */
export interface DecidedApproval {
  /** The approval. */
  approval: ApprovalId;
  /** Conditions, from the protocol's reasons, where the protocol lets them be set. */
  conditions?: Array<ReasonCode>;
  /** What is decided; it may differ from what was recommended. */
  outcome: OutcomeCode;
}

/** A recommendation with the decision that answers it. */
export type DecisionId = string;

/** What a school can lend. */
export interface DeclaredCapacity {
  /** Terms in which it is another amount. */
  in_terms?: Array<InTerm>;
  /** The offer. */
  offer: Offer;
}

/** A refusal of a proposal by one who was asked. */
export interface Declined {
  /** The role of whoever declines; why stands in the envelope. */
  by: Role;
  /** The deployment. */
  deployment: DeploymentId;
}

/** A time-boxed placement for a named need. */
export type DeploymentId = string;

/** Where things are heading. */
export type Direction = "improving" | "steady" | "declining";

/** A plan of actions; a later draft takes the place of an earlier one. */
export interface DraftedPlan {
  /** Its actions. */
  actions: Array<PlannedAction>;
  /** The workshop. */
  workshop: WorkshopId;
}

/** The examination of a school that asks to join. */
export type DueDiligenceId = string;

/** The stage of education a school serves. (A *need* has a phase of its own; see the cycle.) */
export type EducationPhase =
  | "nursery"
  | "primary"
  | "secondary"
  | "all_through"
  | "sixteen_plus"
  | "not_applicable";

/** A line of enquiry within a review. */
export type EnquiryId = string;

/** A school or central team that comes to an open network. */
export interface EnrolledMember {
  /** The member. */
  member: Member;
}

/** An escalation; why stands in the envelope. */
export interface EscalatedConcern {
  /** The concern. */
  concern: ConcernId;
  /** Whether the steps that come before an escalation were taken. */
  steps_taken: boolean;
  /** Whether a warning notice was issued. */
  warning_notice?: boolean;
}

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
  says: Side;
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

/** More time for something that is due; why stands in the envelope. */
export interface Extended {
  /** The deadline; that of a task is the task's own code. */
  deadline: RuleId;
  /** The machine it is due for. */
  of: Child;
  /** The day until which it is now in time. */
  until: string;
}

/** A fact that the embedder's own rules establish, such as `grant_signed`. */
export type FactName = string;

/** What a school can still lend. */
export interface FallenCapacity {
  /** Deployments at once. */
  at_once: Units;
  /** Working time a term. */
  per_term: HalfDays;
  /** The school. */
  school: SchoolId;
  /** The term in which it is so; none where it is so from now on. */
  term?: SchoolTerm | null;
}

/** In which direction feedback goes. */
export type Feedback = "to_school" | "to_team";

/**
 * A price on the wire: a plain score under `Objective::Score`, `{units,score}` under
 * `Objective::Coverage`; under both `{kept,units,score}` where it says something of minimums.
 */
export type FilePrice = Total | Price;

/** What is watched in the first weeks of support. */
export interface FirstWeeksRule {
  /** With whom there is contact. */
  contacts?: Array<Stakeholder>;
  /** Baseline expectations, each with its label. */
  expectations?: Record<string, string>;
  /** By when, counted from the day on which the work started. */
  within?: Span | null;
}

/** A partnership as it is formed. */
export interface FormedPartnership {
  /** What it is, such as a trust or an alliance. */
  kind: PartnershipKind;
  /** Who belongs to it. */
  members: Array<SchoolId>;
  /** The partnership. */
  partnership: PartnershipId;
  /** The partnership of which it is part, if any. */
  within?: PartnershipId | null;
}

/** That a feedback conversation took place, never what was said. */
export interface GivenFeedback {
  /** The review. */
  review: ReviewId;
  /** In which directions feedback was given. */
  ways: Array<Feedback>;
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

/** A school that closed, or became part of another. */
export interface GoneSchool {
  /** The member of which it became part; none where it closed. */
  into?: SchoolId | null;
  /** Since when. */
  on: string;
  /** The school. */
  school: SchoolId;
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

/** That a concern for a child went to the designated safeguarding lead. Nothing of its content is ever kept. */
export interface HandedOver {
  /** The hand-over. */
  handover: HandoverId;
  /** When. */
  on: string;
  /** The role it went to. */
  to: Role;
}

/** A passing on of a post or a case from one person to the next. */
export type HandoverId = string;

/** That a session was held, and when; never what was said. */
export interface HeldSession {
  /** The coaching. */
  coaching: CoachingId;
  /** The day. */
  on: string;
}

/** A person as they are identified. */
export interface IdentifiedPerson {
  /** The areas in which they could help. */
  areas: Array<Area>;
  /** The school or central team they work for. */
  giver: SchoolId;
  /** How much of them could be lent in one term. */
  limit: Limit;
  /** The person. */
  person: PersonId;
}

/** What a deployment brought. */
export interface Impact {
  /** The deployment. */
  deployment: DeploymentId;
  /** What it brought. */
  rating: Rating;
}

/** A command to one cycle. */
export interface InCycle {
  /** What is asked of it. */
  command: Command;
  /** The cycle. */
  cycle: CycleId;
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
  intervention?: boolean;
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

/**
 * What leaders do that makes a school better; a diagnosis that does not ask about one of these says so.
 *
 * # Source
 * The three families of practice in the literature on school leadership that the domain's row H5 names.
 */
export type LeadershipDomain = "setting_directions" | "developing_people" | "redesigning_organisation";

/** What becomes of something open. */
export type Leaving = "refuse" | "end" | "keep";

/** How much a school, or one person of it, can lend in one term. */
export interface Limit {
  /** Deployments at once. */
  at_once: Units;
  /** Working time a term. */
  per_term: HalfDays;
}

/** Working time that was delivered. */
export interface LoggedTime {
  /** What was done. */
  activity: ActivityCode;
  /** The deployment. */
  deployment: DeploymentId;
  /** For how long. */
  half_days: HalfDays;
  /** The day, or the last day, of it. */
  on: string;
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

/** A merger into another school. */
export interface Merger {
  /** The school that goes on. */
  into: SchoolId;
  /** When. */
  on: string;
}

/** A length in whole metres. */
export type Metres = number;

/** What is seen half-way through a deployment, between its agreed first and last day. */
export interface MidTermRule {
  /** The channel that looks at its need. */
  channel: Channel;
  /** By when, counted from the day half-way; an observation from that day on counts. */
  within: Span;
}

/** A move to another protocol. */
export interface Migrated {
  /** The protocol under which the cycle goes on. */
  to: Pin;
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

/** What one channel showed on one day. */
export interface MonitoringRecord {
  /** How. */
  channel: Channel;
  /** The need that was watched. */
  need: NeedId;
  /** When. */
  on: string;
  /** What was seen. */
  rating: Rating;
}

/**
 * What becomes of open children, by the act that closes what they belong to and by kind.
 *
 * The acts are `close_cycle`, `stop_cycle` and `close_need`. Where nothing is said, closing refuses over
 * whatever asks something of somebody and ends drafts and unfinished tasks; stopping keeps everything.
 */
export type MovingOn = Record<string, Record<string, Leaving>>;

/** A reviewer as they are named; a later naming takes the place of an earlier one. */
export interface NamedReviewer {
  /** The school or central team they work for. */
  giver: SchoolId;
  /** Whether they have shadowed a review, and so may lead one. */
  has_shadowed: boolean;
  /** The person. */
  person: PersonId;
  /** Visits in a term for which they may be asked. */
  visits_in_term: number;
}

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

/** A command to a network. */
export type NetworkCommand =
  | {
  data: OpenedNetwork;
  type: "open_network";
}
  | {
  data: EnrolledMember;
  type: "enrol_member";
}
  | {
  data: NewReference;
  type: "report_new_reference";
}
  | {
  data: GoneSchool;
  type: "report_school_gone";
}
  | {
  data: FormedPartnership;
  type: "form_partnership";
}
  | {
  data: AdoptedCharter;
  type: "adopt_charter";
}
  | {
  data: OfMembership;
  type: "admit_school";
}
  | {
  data: OfMembership;
  type: "release_school";
}
  | {
  data: OfMembership;
  type: "report_departure";
}
  | {
  data: DeclaredCapacity;
  type: "declare_capacity";
}
  | {
  data: FallenCapacity;
  type: "report_capacity_fall";
}
  | {
  data: IdentifiedPerson;
  type: "identify_person";
}
  | {
  data: OfPerson;
  type: "develop_person";
}
  | {
  data: AccreditedPerson;
  type: "accredit_person";
}
  | {
  data: OfPerson;
  type: "offer_person";
}
  | {
  data: OfPerson;
  type: "stand_person_down";
}
  | {
  data: NamedReviewer;
  type: "name_reviewer";
}
  | {
  data: OfReviewer;
  type: "stand_reviewer_down";
}
  | {
  data: OpenedRound;
  type: "open_round";
}
  | {
  data: ProposedPlan;
  type: "propose_plan";
}
  | {
  data: AnsweredPlacement;
  type: "answer_placement";
}
  | {
  data: OfRound;
  type: "confirm_plan";
}
  | {
  data: OfRound;
  type: "close_round";
}
  | {
  data: OfCycle;
  type: "erase_cycle";
}
  | {
  data: InCycle;
  type: "in_cycle";
};

/** A network: one or more partnerships that share givers. */
export type NetworkId = string;

/** A school that has another number, as when it converts. */
export interface NewReference {
  /** Since when. */
  on: string;
  /** What files and plans call it from now on. */
  reference: SchoolReference;
  /** The school: its id stays, and with it all that happened. */
  school: SchoolId;
}

/** A pointer to text that is kept, and can be erased, outside the log. */
export type NoteRef = string;

/** Says nothing more. */
export type Nothing = Record<string, unknown>;

/** What a plan is best at. */
export type Objective = "coverage" | "score" | "least_change";

/** An item of an improvement plan. */
export type ObjectiveId = string;

/** Names an approval. */
export interface OfApproval {
  /** The approval. */
  approval: ApprovalId;
}

/** Names a challenge. */
export interface OfChallenge {
  /** The challenge. */
  challenge: ChallengeId;
}

/** Names a coaching. */
export interface OfCoaching {
  /** The coaching. */
  coaching: CoachingId;
}

/** Names a concern. */
export interface OfConcern {
  /** The concern. */
  concern: ConcernId;
}

/** A cycle, whole. */
export interface OfCycle {
  /** The cycle. */
  cycle: CycleId;
}

/** Names a deployment. */
export interface OfDeployment {
  /** The deployment. */
  deployment: DeploymentId;
}

/** Names a due diligence. */
export interface OfDueDiligence {
  /** The due diligence. */
  due_diligence: DueDiligenceId;
}

/** Names an enquiry. */
export interface OfEnquiry {
  /** The enquiry. */
  enquiry: EnquiryId;
}

/** Names a partnership and a member. */
export interface OfMembership {
  /** The partnership. */
  partnership: PartnershipId;
  /** The school, or central team. */
  school: SchoolId;
}

/** Names a need. */
export interface OfNeed {
  /** The need. */
  need: NeedId;
}

/** Names an objective. */
export interface OfObjective {
  /** The objective. */
  objective: ObjectiveId;
}

/** Names one of a giver's people. */
export interface OfPerson {
  /** The school or central team they work for. */
  giver: SchoolId;
  /** The person. */
  person: PersonId;
}

/** Names a request. */
export interface OfRequest {
  /** The request. */
  request: RequestId;
}

/** Names a review. */
export interface OfReview {
  /** The review. */
  review: ReviewId;
}

/** Names a reviewer. */
export interface OfReviewer {
  /** The school or central team they work for. */
  giver: SchoolId;
  /** The person. */
  person: PersonId;
}

/** Names a round. */
export interface OfRound {
  /** The round. */
  round: RoundId;
}

/** Names a self-evaluation. */
export interface OfSelfEvaluation {
  /** The self-evaluation. */
  self_evaluation: SelfEvaluationId;
}

/** Names a task of the protocol. */
export interface OfTask {
  /** The task. */
  task: TaskCode;
}

/** Names a workshop. */
export interface OfWorkshop {
  /** The workshop. */
  workshop: WorkshopId;
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

/** A cycle as it is opened. */
export interface OpenedCycle {
  /** The school. */
  school: SchoolId;
  /** Which turn of the loop it is, from 1. */
  turn: number;
}

/** An enquiry as it is opened. */
export interface OpenedEnquiry {
  /** What of leadership it asks about, if it does. */
  domain?: LeadershipDomain | null;
  /** The enquiry. */
  enquiry: EnquiryId;
  /** The need it is about, if it is about one. */
  need?: NeedId | null;
  /** The review it belongs to, if it belongs to one. */
  review?: ReviewId | null;
}

/** A network as it is opened. */
export interface OpenedNetwork {
  /** The calendar by which its deadlines count. */
  calendar: SchoolCalendar;
  /** Its schools. */
  members: Array<Member>;
  /** The network. */
  network: NetworkId;
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
  consults?: Array<Side2>;
  /** The first day of the help that it plans, where that is later than the day on which it is opened. */
  from?: string | null;
  /** What makes one plan better than another. */
  objective: Objective;
  /** The round. */
  round: RoundId;
}

/** A network that is to be held. */
export interface Opening {
  /** Other protocols at hand, to which cycles can be moved. */
  also?: Array<GivenProtocol>;
  /** The protocol under which it runs. */
  protocol?: GivenProtocol;
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

/** Speaks of the cycle and says nothing more; why stands in the envelope. */
export type OverCycle = Record<string, unknown>;

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

/** A kind of partnership, such as `trust`, `alliance` or `local_authority`. */
export type PartnershipKind = string;

/** What a pause does to clocks. */
export type PauseClocks = "freeze" | "run";

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
  objective: Objective;
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

/** A progress review as it is planned. */
export interface PlannedProgressReview {
  /** Its day. */
  on: string;
  /** The progress review. */
  progress_review: ProgressReviewId;
}

/** So many of so many: never more than all, never of nothing. */
export interface Portion {
  of: number;
  part: number;
}

/** A post of leadership. */
export type Post = "head" | "executive_leader";

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

/** How an objective comes on. */
export interface ProgressNote {
  /** Where it is heading. */
  direction: Direction;
  /** The objective. */
  objective: ObjectiveId;
  /** How it stands. */
  rating: Rating;
}

/** A review of progress within a cycle. */
export type ProgressReviewId = string;

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
  round?: RoundId | null;
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

/** A challenge as it is raised. */
export interface RaisedChallenge {
  /** The challenge. */
  challenge: ChallengeId;
  /** The need it is about, if it is about one. */
  need?: NeedId | null;
}

/** A concern as it is raised. */
export interface RaisedConcern {
  /** The concern. */
  concern: ConcernId;
  /** The need it is about, if it is about one. */
  need?: NeedId | null;
}

/** How something comes on, with its direction left to the next note. */
export type Rating = "red" | "amber" | "green";

/** How many givers there are to be for so many takers, as in 3 : 1. */
export interface RatioRule {
  /** What becomes of a wish that would take the partnership below. */
  below: BelowRatio;
  /** So many givers … */
  givers: number;
  /** … for so many takers; at least one. */
  takers: number;
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

/** A recommendation on a decision that the protocol asks for. */
export interface RecommendedApproval {
  /** The approval. */
  approval: ApprovalId;
  /** Which decision of the protocol it is. */
  kind: ApprovalKind;
  /** What is recommended: an outcome of that decision. */
  outcome: OutcomeCode;
}

/** A first contact with those whom the school is for and those who work there. */
export interface RecordedContact {
  /** The deployment. */
  deployment: DeploymentId;
  /** When. */
  on: string;
  /** With whom. */
  with: Stakeholder;
}

/** A piece of evidence: its kind and its day, never its content. */
export interface RecordedEvidence {
  /** The enquiry it is for. */
  enquiry: EnquiryId;
  /** The evidence. */
  evidence: EvidenceId;
  /** What kind of evidence it is. */
  kind: EvidenceKind;
  /** The day it is from. */
  on: string;
}

/** How progress was found. */
export interface RecordedProgressReview {
  /** The day of the next one, after this one, if there is to be one. */
  next?: string | null;
  /** Overall, from the protocol's words; *not taken place* is one of them where the protocol says so. */
  overall: OutcomeCode;
  /** The progress review. */
  progress_review: ProgressReviewId;
}

/** A need as it was reported. */
export interface ReportedNeed {
  /** The need. */
  need: Need;
}

/** What is asked. On the wire it is `{"type","data"}`; `data` may be left out where it says nothing. */
export type Request =
  | {
  data: Opening;
  type: "open";
}
  | {
  data: Restoring;
  type: "restore";
}
  | {
  data: Nothing;
  type: "close";
}
  | {
  data: Nothing;
  type: "networks";
}
  | {
  data: AskedCommand;
  type: "decide";
}
  | {
  data: AskedCommand;
  type: "apply";
}
  | {
  data: AskedCommand;
  type: "explain";
}
  | {
  data: StoredLines;
  type: "evolve";
}
  | {
  data: AskedActions;
  type: "actions";
}
  | {
  data: AskedTimes;
  type: "clocks";
}
  | {
  data: AskedTasks;
  type: "tasks";
}
  | {
  data: AskedTimes;
  type: "check";
}
  | {
  data: AskedMoment;
  type: "overdue";
}
  | {
  data: AskedReallocation;
  type: "reallocation";
}
  | {
  data: AskedCounterfactual;
  type: "counterfactual";
}
  | {
  data: AskedAllocation;
  type: "allocation";
}
  | {
  data: AskedView;
  type: "view";
}
  | {
  data: AskedOverview;
  type: "overview";
}
  | {
  data: Nothing;
  type: "snapshot";
}
  | {
  data: AskedLog;
  type: "log";
}
  | {
  data: Nothing;
  type: "position";
};

/** A consent, conflict declaration or document that was asked for. */
export type RequestId = string;

/** What is asked for. */
export type RequestKind = "consent" | "conflict_declaration" | "document";

/** An observation with another rating. */
export interface Rerated {
  /** Its place. */
  observation: number;
  /** The rating that is supposed. */
  rating: Rating;
}

/** A snapshot that is to be held as a network. */
export interface Restoring {
  /** What `snapshot` answered. */
  snapshot: Snapshot;
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

/** What the answer came to. */
export interface ReviewedRequest {
  /** Whether nothing stands in the way. */
  clear: boolean;
  /** The request. */
  request: RequestId;
}

/** A member of a review team. */
export interface Reviewer {
  /** Whether they have shadowed a review before. */
  has_shadowed: boolean;
  /** The person, under a pseudonym. */
  person: PersonId;
  /** The school from which they come. */
  school: SchoolId;
}

/** In what capacity a person acts, such as `host_head` or `commissioner`. */
export type Role = string;

/** Roles in the order in which they are written. A copy shares the list. */
export type Roles = Array<Role>;

/** One pass of matching over the network. */
export type RoundId = string;

/** A rule of a derivation or protocol, named so that reports can point to it. */
export type RuleId = string;

/** When a visit takes place. */
export interface ScheduledVisit {
  /** The review. */
  review: ReviewId;
  /** The last day, where it takes more than one. */
  until?: string | null;
  /** The day; the first, where it takes more than one. */
  visit: string;
}

/**
 * Terms with their half terms, bank holidays and closures, over one or more school years.
 *
 * Lookups are binary searches over sorted days: O(log days).
 */
export interface SchoolCalendar {
  /** Days on which nobody works. */
  bank_holidays: Array<string>;
  /** Further days on which these schools are closed although a term runs, such as training days. */
  closures: Array<string>;
  /** Terms, the earliest first. */
  terms: Array<Term>;
  /** Stretches that are kept free of visits and requests. */
  windows?: Array<Window>;
}

/** A school, as giver or taker; says nothing about its people. Survives a change of URN. */
export type SchoolId = string;

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

/** A self-evaluation within a cycle. */
export type SelfEvaluationId = string;

/** A command as it travels, with its circumstances. */
export interface SentCommand {
  /** Who acts. */
  actor: PersonId;
  /** When it takes effect, in civil time. */
  at: string;
  /** What is asked. */
  command: NetworkCommand;
  /** The last place that the sender saw in each of these streams. */
  expected?: Record<string, number>;
  /** Facts of the embedder's own rules that hold. */
  facts?: Array<FactName>;
  /** The command's id: sent twice under one id, it is done once. */
  id: CommandId;
  /** Where text about it is kept. */
  note?: NoteRef | null;
  /** For whom, if not for themselves. */
  on_behalf_of?: PersonId | null;
  /** Why, from the protocol's vocabulary. */
  reason?: ReasonCode | null;
  /** When it was recorded; where absent, as it takes effect. */
  recorded?: string | null;
  /** The roles in which they act. */
  roles: Array<Role>;
  /** The school to which the actor belongs. */
  school?: SchoolId | null;
  /** Whether it is an urgent override. */
  urgent?: boolean;
}

/** A request as it is sent. */
export interface SentRequest {
  /** The deployment it is about, if it is about one. */
  deployment?: DeploymentId | null;
  /** What is asked for. */
  kind: RequestKind;
  /** The role of whoever is asked. */
  of: Role;
  /** The request. */
  request: RequestId;
}

/** An objective as it is set. */
export interface SetObjectiveFor {
  /** What it is about, where that is narrower or wider than the need. */
  area?: Area | null;
  /** The need it is for. */
  need: NeedId;
  /** The objective. */
  objective: ObjectiveId;
}

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

/** What evidence tells. */
export type Side = "what" | "why";

/** The sides of a placement. */
export type Side2 = "giver" | "taker";

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

/** With whom a leader builds relations. */
export type Stakeholder = "staff" | "parents" | "pupils";

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

/** Lines of a stored log. */
export interface StoredLines {
  /** The lines in order, each as it was stored; a seal may be the last. */
  lines: Array<string>;
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

/** Who reviews. */
export interface Team {
  /** Who leads it. */
  lead: Reviewer;
  /** The peers beside the lead. */
  peers: Array<Reviewer>;
  /** The review. */
  review: ReviewId;
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

/** One term: its first and last day, and the break in its middle. */
export interface Term {
  /** Its first day. */
  from: string;
  /** The first and last day of the half-term break, both inside the term. */
  half_term?: [string, string] | null;
  /** Which term of the school year. */
  name: TermName;
  /** Its last day. */
  to: string;
}

/** A term of the school year. */
export type TermName = "autumn" | "spring" | "summer";

/** A score or a sum of scores, exact to six places; text where a number would not be exact. */
export type Total = number | string;

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

/** A power used after an escalation. */
export interface UsedPower {
  /** The concern. */
  concern: ConcernId;
  /** Which power of the protocol. */
  power: OutcomeCode;
}

/** A post that became vacant. */
export interface Vacancy {
  /** The post. */
  post: Post;
  /** The first day without anybody in it. */
  since: string;
}

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

/** How long a review visit takes, in school days. One that is told without a last day takes one. */
export interface VisitRule {
  /** School days, at least. */
  least_days?: number;
  /** School days, at most, if that is limited. */
  most_days?: number | null;
}

/** A stretch that is kept free, such as tests or exams; what it keeps out, the protocol says. */
export interface Window {
  /** Its first day. */
  from: string;
  /** Why it is protected. Several windows can bear one name: exams come back every year. */
  name: WindowCode;
  /** Its last day, still protected. */
  to: string;
}

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

/** A session that turns a review's findings into owned actions. */
export type WorkshopId = string;
