// Made by `collegium schema request --language csharp`. Do not edit it.

using System.Collections.Generic;

namespace Collegium.RequestTypes
{
    /// <summary>A request as it travels: `{"id","network","request":{"type","data"}}`.</summary>
    public sealed class RequestLine : View
    {
        public RequestLine() { }

        public RequestLine(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Text by which the answer is told from others; it stands in the answer.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>The network, under the id that was given when it was opened. Only `networks` goes without.</summary>
        public string Network
        {
            get { return Get("network", Json.Text); }
            set { Set("network", value); }
        }

        /// <summary>What is asked.</summary>
        public Request Request
        {
            get { return Get("request", Json.ViewOf(fields => new Request(fields))); }
            set { Set("request", value); }
        }
    }

    /// <summary>An accreditation of a person.</summary>
    public sealed class AccreditedPerson : View
    {
        public AccreditedPerson() { }

        public AccreditedPerson(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What they now hold.</summary>
        public string Accreditation
        {
            get { return Get("accreditation", Json.Text); }
            set { Set("accreditation", value); }
        }

        /// <summary>The school or central team they work for.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>The person.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }
    }

    /// <summary>The name of a command without its payload: what tables, protocols and permissions speak of.</summary>
    public static class Act
    {
        /// <summary>Open a cycle for a school.</summary>
        public const string OpenCycle = "open_cycle";
        /// <summary>Pause the cycle, with a reason code; facts are still recorded.</summary>
        public const string PauseCycle = "pause_cycle";
        /// <summary>Go on with a paused cycle.</summary>
        public const string ResumeCycle = "resume_cycle";
        /// <summary>Stop the cycle, with a reason code; facts are still recorded.</summary>
        public const string StopCycle = "stop_cycle";
        /// <summary>Take a stopped cycle up again, with a reason code.</summary>
        public const string ReopenCycle = "reopen_cycle";
        /// <summary>Close the cycle once nothing in it is open.</summary>
        public const string CloseCycle = "close_cycle";
        /// <summary>Move the running cycle to another protocol.</summary>
        public const string MigrateCycle = "migrate_cycle";
        /// <summary>Give more time for something that is due, with a reason code.</summary>
        public const string ExtendDeadline = "extend_deadline";
        /// <summary>Put the school into a category of monitoring.</summary>
        public const string CategoriseSchool = "categorise_school";
        /// <summary>Report that a concern for a child went to the designated safeguarding lead.</summary>
        public const string HandOverSafeguarding = "hand_over_safeguarding";
        /// <summary>Report that a post of leadership is vacant.</summary>
        public const string ReportVacancy = "report_vacancy";
        /// <summary>Report that the responsible body has appointed somebody.</summary>
        public const string RecordAppointment = "record_appointment";
        /// <summary>Report that the school converted or moved to another responsible body.</summary>
        public const string ReportConversion = "report_conversion";
        /// <summary>Report that the school merged into another.</summary>
        public const string ReportMerger = "report_merger";
        /// <summary>Report that the school closed.</summary>
        public const string ReportClosure = "report_closure";
        /// <summary>Report an inspection.</summary>
        public const string ReportInspection = "report_inspection";
        /// <summary>Report a strike.</summary>
        public const string ReportStrike = "report_strike";
        /// <summary>Report that a giver can lend less here than it did.</summary>
        public const string ReportCapacityFall = "report_capacity_fall";
        /// <summary>Report that a person has a tie to a school.</summary>
        public const string DeclareInterest = "declare_interest";
        /// <summary>Report that the school needs help.</summary>
        public const string ReportNeed = "report_need";
        /// <summary>Begin to find out what a need is about.</summary>
        public const string BeginDiagnosis = "begin_diagnosis";
        /// <summary>Agree what a need is and how severe; it then waits for a match.</summary>
        public const string AgreeDiagnosis = "agree_diagnosis";
        /// <summary>Take an agreed diagnosis back, with a reason code, while nothing rests on it.</summary>
        public const string WithdrawDiagnosis = "withdraw_diagnosis";
        /// <summary>Close a need that asks for no more help.</summary>
        public const string CloseNeed = "close_need";
        /// <summary>Take up a closed need again, with a reason code.</summary>
        public const string ReopenNeed = "reopen_need";
        /// <summary>Begin a self-evaluation.</summary>
        public const string DraftSelfEvaluation = "draft_self_evaluation";
        /// <summary>Record that staff, pupils and families were heard on it.</summary>
        public const string ConsultOnSelfEvaluation = "consult_on_self_evaluation";
        /// <summary>Hand it in.</summary>
        public const string SubmitSelfEvaluation = "submit_self_evaluation";
        /// <summary>Share it with the review team.</summary>
        public const string ShareSelfEvaluation = "share_self_evaluation";
        /// <summary>Take it back into draft, with a reason code, while nothing rests on it.</summary>
        public const string WithdrawSelfEvaluation = "withdraw_self_evaluation";
        /// <summary>Plan a review visit.</summary>
        public const string PlanReview = "plan_review";
        /// <summary>Name the lead and the peers.</summary>
        public const string FormTeam = "form_team";
        /// <summary>Fix the day of the visit.</summary>
        public const string ScheduleReview = "schedule_review";
        /// <summary>Begin the visit.</summary>
        public const string BeginReview = "begin_review";
        /// <summary>Record that the team and the school spoke about what was seen, and in which directions.</summary>
        public const string GiveFeedback = "give_feedback";
        /// <summary>Put the report in draft.</summary>
        public const string DraftReport = "draft_report";
        /// <summary>Give the draft to the host head for reply.</summary>
        public const string OpenRightOfReply = "open_right_of_reply";
        /// <summary>Agree the report: the host owns it.</summary>
        public const string AgreeReport = "agree_report";
        /// <summary>Share the agreed report.</summary>
        public const string ShareReport = "share_report";
        /// <summary>Take the agreement to a report back, with a reason code, while nothing rests on it.</summary>
        public const string ReopenReport = "reopen_report";
        /// <summary>Cancel the visit, with a reason code.</summary>
        public const string CancelReview = "cancel_review";
        /// <summary>Ask a question that evidence is to answer.</summary>
        public const string OpenEnquiry = "open_enquiry";
        /// <summary>Report a piece of evidence.</summary>
        public const string RecordEvidence = "record_evidence";
        /// <summary>Answer the question by a finding, with the evidence that it rests on.</summary>
        public const string AnswerEnquiry = "answer_enquiry";
        /// <summary>Take a finding back, with a reason code, while nothing rests on it.</summary>
        public const string ReopenEnquiry = "reopen_enquiry";
        /// <summary>Call a workshop.</summary>
        public const string CallWorkshop = "call_workshop";
        /// <summary>Record that it took place.</summary>
        public const string HoldWorkshop = "hold_workshop";
        /// <summary>Put its plan of actions in draft.</summary>
        public const string DraftPlan = "draft_plan";
        /// <summary>Adopt the plan.</summary>
        public const string AdoptPlan = "adopt_plan";
        /// <summary>Cancel the workshop, with a reason code.</summary>
        public const string CancelWorkshop = "cancel_workshop";
        /// <summary>Ask somebody for a consent, a conflict declaration or a document.</summary>
        public const string SendRequest = "send_request";
        /// <summary>Report that the answer came.</summary>
        public const string RecordReceipt = "record_receipt";
        /// <summary>Look at the answer and say whether it is clear.</summary>
        public const string ReviewRequest = "review_request";
        /// <summary>Ask no longer, with a reason code.</summary>
        public const string CancelRequest = "cancel_request";
        /// <summary>Propose that a giver helps with a need.</summary>
        public const string ProposeDeployment = "propose_deployment";
        /// <summary>Record that no conflict of interest stands in the way.</summary>
        public const string ClearConflict = "clear_conflict";
        /// <summary>Consent to it in a role that the protocol names.</summary>
        public const string GiveConsent = "give_consent";
        /// <summary>Agree purpose, time, dates and exit.</summary>
        public const string AgreeDeployment = "agree_deployment";
        /// <summary>Start the work.</summary>
        public const string StartDeployment = "start_deployment";
        /// <summary>Let the help fade.</summary>
        public const string TaperDeployment = "taper_deployment";
        /// <summary>End the work as agreed.</summary>
        public const string CompleteDeployment = "complete_deployment";
        /// <summary>Say what it brought.</summary>
        public const string ReviewImpact = "review_impact";
        /// <summary>Turn the proposal down, with a reason code.</summary>
        public const string DeclineDeployment = "decline_deployment";
        /// <summary>Take the proposal back before it was agreed, with a reason code.</summary>
        public const string WithdrawDeployment = "withdraw_deployment";
        /// <summary>Break off an agreed deployment, with a reason code.</summary>
        public const string CancelDeployment = "cancel_deployment";
        /// <summary>Report a first contact with staff, parents or pupils.</summary>
        public const string RecordContact = "record_contact";
        /// <summary>Report whether a baseline expectation is met.</summary>
        public const string CheckExpectation = "check_expectation";
        /// <summary>Report working time that was delivered.</summary>
        public const string LogTime = "log_time";
        /// <summary>Set an objective for a need.</summary>
        public const string SetObjective = "set_objective";
        /// <summary>Report how an objective comes on.</summary>
        public const string NoteProgress = "note_progress";
        /// <summary>Close an objective.</summary>
        public const string CloseObjective = "close_objective";
        /// <summary>Take up a closed objective again, with a reason code.</summary>
        public const string ReopenObjective = "reopen_objective";
        /// <summary>Report a data check, informal visit or formal review.</summary>
        public const string RecordMonitoring = "record_monitoring";
        /// <summary>Plan a review of progress.</summary>
        public const string PlanProgressReview = "plan_progress_review";
        /// <summary>Record how progress was found, and when it is looked at next.</summary>
        public const string RecordProgressReview = "record_progress_review";
        /// <summary>Raise a concern.</summary>
        public const string RaiseConcern = "raise_concern";
        /// <summary>Record that a concern is resolved.</summary>
        public const string ResolveConcern = "resolve_concern";
        /// <summary>Escalate a concern, with a reason code.</summary>
        public const string EscalateConcern = "escalate_concern";
        /// <summary>Use a power of the protocol after an escalation.</summary>
        public const string UsePower = "use_power";
        /// <summary>Close an escalated concern.</summary>
        public const string CloseConcern = "close_concern";
        /// <summary>Take up a concern again, with a reason code.</summary>
        public const string ReopenConcern = "reopen_concern";
        /// <summary>Ask a question that must be answered.</summary>
        public const string RaiseChallenge = "raise_challenge";
        /// <summary>Answer it.</summary>
        public const string AnswerChallenge = "answer_challenge";
        /// <summary>Accept the answer.</summary>
        public const string SettleChallenge = "settle_challenge";
        /// <summary>Take it to the next level: the answer is overdue, or does not do.</summary>
        public const string EscalateChallenge = "escalate_challenge";
        /// <summary>Recommend what should become of the help for a need.</summary>
        public const string RecommendReallocation = "recommend_reallocation";
        /// <summary>Decide on a recommendation; another person than the one who recommended.</summary>
        public const string DecideReallocation = "decide_reallocation";
        /// <summary>Recommend an outcome of a decision that the protocol asks for.</summary>
        public const string RecommendApproval = "recommend_approval";
        /// <summary>Decide; another person than the one who recommended.</summary>
        public const string DecideApproval = "decide_approval";
        /// <summary>Take a decision back, with a reason code, while nothing rests on it.</summary>
        public const string RevokeApproval = "revoke_approval";
        /// <summary>Agree that one person coaches another.</summary>
        public const string ContractCoaching = "contract_coaching";
        /// <summary>Report that a session was held.</summary>
        public const string RecordSession = "record_session";
        /// <summary>End the coaching.</summary>
        public const string CloseCoaching = "close_coaching";
        /// <summary>Record that a school is interested in joining.</summary>
        public const string RegisterInterest = "register_interest";
        /// <summary>Begin the first look at what is known of it.</summary>
        public const string BeginTriage = "begin_triage";
        /// <summary>Begin the whole look.</summary>
        public const string BeginDetailedDiligence = "begin_detailed_diligence";
        /// <summary>Record that a part of it is done, with the needs it found.</summary>
        public const string CompletePart = "complete_part";
        /// <summary>Accept the school.</summary>
        public const string AcceptJoiner = "accept_joiner";
        /// <summary>Put it off.</summary>
        public const string DeferJoiner = "defer_joiner";
        /// <summary>Decline it.</summary>
        public const string DeclineJoiner = "decline_joiner";
        /// <summary>Take the school in, with a first map of support.</summary>
        public const string OnboardJoiner = "onboard_joiner";
        /// <summary>Begin a task of the protocol.</summary>
        public const string StartTask = "start_task";
        /// <summary>Record that a task of the protocol is done.</summary>
        public const string CompleteTask = "complete_task";
        /// <summary>Take up a task again, with a reason code, while nothing rests on it.</summary>
        public const string ReopenTask = "reopen_task";
    }

    /// <summary>A charter that the partnership has adopted.</summary>
    public sealed class AdoptedCharter : View
    {
        public AdoptedCharter() { }

        public AdoptedCharter(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether nobody is admitted before due diligence has ended with *onboarded*.</summary>
        public bool? AfterDueDiligence
        {
            get { return Get("after_due_diligence", Json.Flag); }
            set { Set("after_due_diligence", value); }
        }

        /// <summary>The partnership.</summary>
        public string Partnership
        {
            get { return Get("partnership", Json.Text); }
            set { Set("partnership", value); }
        }

        /// <summary>How many givers there are to be for those that need support, where that is agreed.</summary>
        public RatioRule Ratio
        {
            get { return Get("ratio", Json.ViewOf(fields => new RatioRule(fields))); }
            set { Set("ratio", value); }
        }

        /// <summary>Its version, from 1, each one more than the last.</summary>
        public long? Version
        {
            get { return Get("version", Json.Whole); }
            set { Set("version", value); }
        }
    }

    /// <summary>A deployment with its agreement.</summary>
    public sealed class Agreed : View
    {
        public Agreed() { }

        public Agreed(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What was agreed.</summary>
        public Agreement Agreement
        {
            get { return Get("agreement", Json.ViewOf(fields => new Agreement(fields))); }
            set { Set("agreement", value); }
        }

        /// <summary>The deployment.</summary>
        public string Deployment
        {
            get { return Get("deployment", Json.Text); }
            set { Set("deployment", value); }
        }
    }

    /// <summary>What a diagnosis came to.</summary>
    public sealed class AgreedDiagnosis : View
    {
        public AgreedDiagnosis() { }

        public AgreedDiagnosis(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The need.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>How severe it was found to be.</summary>
        public string Severity
        {
            get { return Get("severity", Json.Text); }
            set { Set("severity", value); }
        }

        /// <summary>How many deployments it asks for; at least one.</summary>
        public long? Units
        {
            get { return Get("units", Json.Whole); }
            set { Set("units", value); }
        }
    }

    /// <summary>What giver and taker agree on.</summary>
    public sealed class Agreement : View
    {
        public Agreement() { }

        public Agreement(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Working time by activity, where it was agreed so.</summary>
        public Dictionary<string, long?> Activities
        {
            get { return Get("activities", Json.MapOf(Json.Whole)); }
            set { Set("activities", value); }
        }

        /// <summary>The leader of the receiving school who coordinates the help there. One deployment can do without;
        /// a second cannot.</summary>
        public string Coordinator
        {
            get { return Get("coordinator", Json.Text); }
            set { Set("coordinator", value); }
        }

        /// <summary>What covering for the person lent costs the giving school, in pence.</summary>
        public long? CoverCostPence
        {
            get { return Get("cover_cost_pence", Json.Whole); }
            set { Set("cover_cost_pence", value); }
        }

        /// <summary>How it comes to its end, from the protocol's exits, where it was agreed so.</summary>
        public string Exit
        {
            get { return Get("exit", Json.Text); }
            set { Set("exit", value); }
        }

        /// <summary>What the work costs, in pence.</summary>
        public long? FeePence
        {
            get { return Get("fee_pence", Json.Whole); }
            set { Set("fee_pence", value); }
        }

        /// <summary>The first day of work.</summary>
        public string From
        {
            get { return Get("from", Json.Text); }
            set { Set("from", value); }
        }

        /// <summary>The last day of work.</summary>
        public string To
        {
            get { return Get("to", Json.Text); }
            set { Set("to", value); }
        }
    }

    /// <summary>An answer with the evidence it rests on.</summary>
    public sealed class AnsweredEnquiry : View
    {
        public AnsweredEnquiry() { }

        public AnsweredEnquiry(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether it says that something is the cause of something.</summary>
        public bool? Causal
        {
            get { return Get("causal", Json.Flag); }
            set { Set("causal", value); }
        }

        /// <summary>The enquiry.</summary>
        public string Enquiry
        {
            get { return Get("enquiry", Json.Text); }
            set { Set("enquiry", value); }
        }

        /// <summary>Evidence of this enquiry that the answer rests on.</summary>
        public List<string> Evidence
        {
            get { return Get("evidence", Json.ListOf(Json.Text)); }
            set { Set("evidence", value); }
        }
    }

    /// <summary>What one side says of a placement.</summary>
    public sealed class AnsweredPlacement : View
    {
        public AnsweredPlacement() { }

        public AnsweredPlacement(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether it accepts; why it does not stands in the envelope.</summary>
        public bool? Accepts
        {
            get { return Get("accepts", Json.Flag); }
            set { Set("accepts", value); }
        }

        /// <summary>The placement.</summary>
        public Placement Placement
        {
            get { return Get("placement", Json.ViewOf(fields => new Placement(fields))); }
            set { Set("placement", value); }
        }

        /// <summary>The round.</summary>
        public string Round
        {
            get { return Get("round", Json.Text); }
            set { Set("round", value); }
        }

        /// <summary>Which side answers.</summary>
        public string Side
        {
            get { return Get("side", Json.Text); }
            set { Set("side", value); }
        }
    }

    /// <summary>An appointment, which is the responsible body's own decision; the engine records it.</summary>
    public sealed class Appointment : View
    {
        public Appointment() { }

        public Appointment(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether for a time only.</summary>
        public bool? Interim
        {
            get { return Get("interim", Json.Flag); }
            set { Set("interim", value); }
        }

        /// <summary>Who has it now.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }

        /// <summary>The post.</summary>
        public string Post
        {
            get { return Get("post", Json.Text); }
            set { Set("post", value); }
        }
    }

    /// <summary>A decision and what it must have come to.</summary>
    public sealed class ApprovalIs : View
    {
        public ApprovalIs() { }

        public ApprovalIs(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The decision.</summary>
        public string Approval
        {
            get { return Get("approval", Json.Text); }
            set { Set("approval", value); }
        }

        /// <summary>The outcome.</summary>
        public string IsValue
        {
            get { return Get("is", Json.Text); }
            set { Set("is", value); }
        }
    }

    /// <summary>A decision: one role recommends, another decides, two different people.</summary>
    public sealed class ApprovalRule : View
    {
        public ApprovalRule() { }

        public ApprovalRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Tasks that come before the recommendation.</summary>
        public List<string> After
        {
            get { return Get("after", Json.ListOf(Json.Text)); }
            set { Set("after", value); }
        }

        /// <summary>Roles that may decide; none of them may recommend.</summary>
        public List<string> DecidedBy
        {
            get { return Get("decided_by", Json.ListOf(Json.Text)); }
            set { Set("decided_by", value); }
        }

        /// <summary>What people call it.</summary>
        public string Label
        {
            get { return Get("label", Json.Text); }
            set { Set("label", value); }
        }

        /// <summary>The milestone it belongs to, if it belongs to one.</summary>
        public string Milestone
        {
            get { return Get("milestone", Json.Text); }
            set { Set("milestone", value); }
        }

        /// <summary>What it can come to, each with its label.</summary>
        public Dictionary<string, string> Outcomes
        {
            get { return Get("outcomes", Json.MapOf(Json.Text)); }
            set { Set("outcomes", value); }
        }

        /// <summary>Roles that may recommend.</summary>
        public List<string> RecommendedBy
        {
            get { return Get("recommended_by", Json.ListOf(Json.Text)); }
            set { Set("recommended_by", value); }
        }

        /// <summary>Branches on which it is asked for; on all where there is none.</summary>
        public List<Branch> When
        {
            get { return Get("when", Json.ListOf(Json.ViewOf(fields => new Branch(fields)))); }
            set { Set("when", value); }
        }

        /// <summary>Whether conditions can be set with the decision.</summary>
        public bool? WithConditions
        {
            get { return Get("with_conditions", Json.Flag); }
            set { Set("with_conditions", value); }
        }
    }

    /// <summary>A cycle in which somebody would act.</summary>
    public sealed class AskedActions : View
    {
        public AskedActions() { }

        public AskedActions(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Who would act.</summary>
        public Caller Caller
        {
            get { return Get("caller", Json.ViewOf(fields => new Caller(fields))); }
            set { Set("caller", value); }
        }

        /// <summary>The cycle; one that does not exist yet can be opened.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>Who is shown the answer; where absent, the host itself.</summary>
        public Audience ShownTo
        {
            get { return Get("shown_to", Json.ViewOf(fields => new Audience(fields))); }
            set { Set("shown_to", value); }
        }
    }

    /// <summary>Help as it is spread.</summary>
    public sealed class AskedAllocation : View
    {
        public AskedAllocation() { }

        public AskedAllocation(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Of each school's pupils those who are disadvantaged, as far as it is known. Nothing of it is kept.</summary>
        public Dictionary<string, Portion> Disadvantaged
        {
            get { return Get("disadvantaged", Json.MapOf(Json.ViewOf(fields => new Portion(fields)))); }
            set { Set("disadvantaged", value); }
        }

        /// <summary>Who is shown the answer; where absent, the host itself.</summary>
        public Audience ShownTo
        {
            get { return Get("shown_to", Json.ViewOf(fields => new Audience(fields))); }
            set { Set("shown_to", value); }
        }
    }

    /// <summary>A command that is asked about.</summary>
    public sealed class AskedCommand : View
    {
        public AskedCommand() { }

        public AskedCommand(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The command with its circumstances.</summary>
        public SentCommand Sent
        {
            get { return Get("sent", Json.ViewOf(fields => new SentCommand(fields))); }
            set { Set("sent", value); }
        }

        /// <summary>Who is shown the answer; where absent, the host itself.</summary>
        public Audience ShownTo
        {
            get { return Get("shown_to", Json.ViewOf(fields => new Audience(fields))); }
            set { Set("shown_to", value); }
        }
    }

    /// <summary>A recommendation that might have been another.</summary>
    public sealed class AskedCounterfactual : View
    {
        public AskedCounterfactual() { }

        public AskedCounterfactual(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Which givers come into question, as in a round; the defaults where nothing is said.</summary>
        public CandidateRules Candidates
        {
            get { return Get("candidates", Json.ViewOf(fields => new CandidateRules(fields))); }
            set { Set("candidates", value); }
        }

        /// <summary>The need.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>Who is shown the answer; where absent, the host itself.</summary>
        public Audience ShownTo
        {
            get { return Get("shown_to", Json.ViewOf(fields => new Audience(fields))); }
            set { Set("shown_to", value); }
        }

        /// <summary>What is supposed of its observations; where absent, what would change the outcome is searched.</summary>
        public Supposition Supposing
        {
            get { return Get("supposing", Json.ViewOf(fields => new Supposition(fields))); }
            set { Set("supposing", value); }
        }
    }

    /// <summary>A place in the log.</summary>
    public sealed class AskedLog : View
    {
        public AskedLog() { }

        public AskedLog(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The last place that is known; 0 for the whole log.</summary>
        public long? After
        {
            get { return Get("after", Json.Whole); }
            set { Set("after", value); }
        }

        /// <summary>How many lines at most; where absent, all.</summary>
        public long? Most
        {
            get { return Get("most", Json.Whole); }
            set { Set("most", value); }
        }
    }

    /// <summary>A moment at which the whole network is looked at.</summary>
    public sealed class AskedMoment : View
    {
        public AskedMoment() { }

        public AskedMoment(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The moment, in civil time.</summary>
        public string At
        {
            get { return Get("at", Json.Text); }
            set { Set("at", value); }
        }

        /// <summary>Who is shown the answer; where absent, the host itself.</summary>
        public Audience ShownTo
        {
            get { return Get("shown_to", Json.ViewOf(fields => new Audience(fields))); }
            set { Set("shown_to", value); }
        }
    }

    /// <summary>A network that is looked at.</summary>
    public sealed class AskedOverview : View
    {
        public AskedOverview() { }

        public AskedOverview(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Who is shown the answer; where absent, the host itself.</summary>
        public Audience ShownTo
        {
            get { return Get("shown_to", Json.ViewOf(fields => new Audience(fields))); }
            set { Set("shown_to", value); }
        }
    }

    /// <summary>Help that may be moved.</summary>
    public sealed class AskedReallocation : View
    {
        public AskedReallocation() { }

        public AskedReallocation(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Which givers come into question, as in a round; the defaults where nothing is said.</summary>
        public CandidateRules Candidates
        {
            get { return Get("candidates", Json.ViewOf(fields => new CandidateRules(fields))); }
            set { Set("candidates", value); }
        }

        /// <summary>Who is shown the answer; where absent, the host itself.</summary>
        public Audience ShownTo
        {
            get { return Get("shown_to", Json.ViewOf(fields => new Audience(fields))); }
            set { Set("shown_to", value); }
        }
    }

    /// <summary>A person for whom something may wait.</summary>
    public sealed class AskedTasks : View
    {
        public AskedTasks() { }

        public AskedTasks(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The person.</summary>
        public Caller Caller
        {
            get { return Get("caller", Json.ViewOf(fields => new Caller(fields))); }
            set { Set("caller", value); }
        }

        /// <summary>One cycle; where absent, every cycle that is open.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>Who is shown the answer; where absent, the host itself.</summary>
        public Audience ShownTo
        {
            get { return Get("shown_to", Json.ViewOf(fields => new Audience(fields))); }
            set { Set("shown_to", value); }
        }
    }

    /// <summary>A moment at which something is looked at.</summary>
    public sealed class AskedTimes : View
    {
        public AskedTimes() { }

        public AskedTimes(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The moment, in civil time.</summary>
        public string At
        {
            get { return Get("at", Json.Text); }
            set { Set("at", value); }
        }

        /// <summary>One cycle; where absent, every cycle.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>Who is shown the answer; where absent, the host itself.</summary>
        public Audience ShownTo
        {
            get { return Get("shown_to", Json.ViewOf(fields => new Audience(fields))); }
            set { Set("shown_to", value); }
        }
    }

    /// <summary>A cycle that is looked at.</summary>
    public sealed class AskedView : View
    {
        public AskedView() { }

        public AskedView(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The cycle.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>Who is shown the answer; where absent, the host itself.</summary>
        public Audience ShownTo
        {
            get { return Get("shown_to", Json.ViewOf(fields => new Audience(fields))); }
            set { Set("shown_to", value); }
        }
    }

    /// <summary>One unit from a giver to a taker.</summary>
    public sealed class Assignment : View
    {
        public Assignment() { }

        public Assignment(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The giver's id.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>The pair's score.</summary>
        public object Score
        {
            get { return Get("score", Json.Any); }
            set { Set("score", value); }
        }

        /// <summary>The taker's id.</summary>
        public string Taker
        {
            get { return Get("taker", Json.Text); }
            set { Set("taker", value); }
        }
    }

    /// <summary>Whoever something is shown to.</summary>
    public sealed class Audience : View
    {
        public Audience() { }

        public Audience(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The person.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }

        /// <summary>The roles in which they look.</summary>
        public List<string> Roles
        {
            get { return Get("roles", Json.ListOf(Json.Text)); }
            set { Set("roles", value); }
        }

        /// <summary>The school to which they belong, as far as the host says so.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }
    }

    /// <summary>Which needs, or reviews, take part in a round.</summary>
    public static class Basis
    {
        /// <summary>Needs whose diagnosis is agreed and that wait for givers.</summary>
        public const string Diagnosed = "diagnosed";
        /// <summary>Every open need as it was reported. The plan is indicative: it cannot be confirmed.</summary>
        public const string Reported = "reported";
        /// <summary>Reviews that are planned and have neither a team nor a lead in view: who leads them?</summary>
        public const string Leads = "leads";
        /// <summary>Reviews that are planned and have a lead in view: who else belongs to their teams?</summary>
        public const string Peers = "peers";
    }

    /// <summary>What becomes of a wish that would take a partnership below its ratio.</summary>
    public static class BelowRatio
    {
        /// <summary>It is accepted, and the deficit is flagged for as long as it lasts.</summary>
        public const string Flag = "flag";
        /// <summary>It is refused.</summary>
        public const string Refuse = "refuse";
    }

    /// <summary>A condition on what was decided, or on what a task came to. Exactly one of the two is named.</summary>
    public sealed class Branch : View
    {
        public Branch() { }

        public Branch(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The decision.</summary>
        public string Approval
        {
            get { return Get("approval", Json.Text); }
            set { Set("approval", value); }
        }

        /// <summary>The outcomes that lead here.</summary>
        public List<string> IsValue
        {
            get { return Get("is", Json.ListOf(Json.Text)); }
            set { Set("is", value); }
        }

        /// <summary>The task.</summary>
        public string Task
        {
            get { return Get("task", Json.Text); }
            set { Set("task", value); }
        }
    }

    /// <summary>A workshop as it is called.</summary>
    public sealed class CalledWorkshop : View
    {
        public CalledWorkshop() { }

        public CalledWorkshop(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Who facilitates it.</summary>
        public string Champion
        {
            get { return Get("champion", Json.Text); }
            set { Set("champion", value); }
        }

        /// <summary>The school from which they come.</summary>
        public string ChampionFrom
        {
            get { return Get("champion_from", Json.Text); }
            set { Set("champion_from", value); }
        }

        /// <summary>The review whose findings it takes up, if it takes up one.</summary>
        public string Review
        {
            get { return Get("review", Json.Text); }
            set { Set("review", value); }
        }

        /// <summary>The workshop.</summary>
        public string Workshop
        {
            get { return Get("workshop", Json.Text); }
            set { Set("workshop", value); }
        }
    }

    /// <summary>Whoever would act.</summary>
    public sealed class Caller : View
    {
        public Caller() { }

        public Caller(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The person.</summary>
        public string Actor
        {
            get { return Get("actor", Json.Text); }
            set { Set("actor", value); }
        }

        /// <summary>When, in civil time.</summary>
        public string At
        {
            get { return Get("at", Json.Text); }
            set { Set("at", value); }
        }

        /// <summary>Facts of the embedder's own rules that hold.</summary>
        public List<string> Facts
        {
            get { return Get("facts", Json.ListOf(Json.Text)); }
            set { Set("facts", value); }
        }

        /// <summary>For whom, if not for themselves.</summary>
        public string OnBehalfOf
        {
            get { return Get("on_behalf_of", Json.Text); }
            set { Set("on_behalf_of", value); }
        }

        /// <summary>The reason they would give.</summary>
        public string Reason
        {
            get { return Get("reason", Json.Text); }
            set { Set("reason", value); }
        }

        /// <summary>The roles in which they act here.</summary>
        public List<string> Roles
        {
            get { return Get("roles", Json.ListOf(Json.Text)); }
            set { Set("roles", value); }
        }

        /// <summary>The school to which they belong.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }

        /// <summary>Whether it would be an urgent override.</summary>
        public bool? Urgent
        {
            get { return Get("urgent", Json.Flag); }
            set { Set("urgent", value); }
        }
    }

    /// <summary>How needs and offers are brought together before matching. All parts are assumptions of whoever sets
    /// them; the defaults are Collegium's own.</summary>
    public sealed class CandidateRules : View
    {
        public CandidateRules() { }

        public CandidateRules(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The farthest giver in question, in metres, in a straight line; none where distance does not
        /// matter. With a limit, a school without a known place is paired with nobody.</summary>
        public long? Farthest
        {
            get { return Get("farthest", Json.Whole); }
            set { Set("farthest", value); }
        }

        /// <summary>Points for a giver next door, falling in a straight line to none at `farthest`.</summary>
        public long? NearnessPoints
        {
            get { return Get("nearness_points", Json.Whole); }
            set { Set("nearness_points", value); }
        }

        /// <summary>Points where giver and taker serve the same stage of education.</summary>
        public long? SamePhasePoints
        {
            get { return Get("same_phase_points", Json.Whole); }
            set { Set("same_phase_points", value); }
        }

        /// <summary>Points for each rank of severity (1 low to 4 urgent).</summary>
        public long? SeverityPoints
        {
            get { return Get("severity_points", Json.Whole); }
            set { Set("severity_points", value); }
        }
    }

    /// <summary>A giver who can lend less to this school than it did.</summary>
    public sealed class CapacityFall : View
    {
        public CapacityFall() { }

        public CapacityFall(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The giver.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>How many deployments it can still lend here.</summary>
        public long? Still
        {
            get { return Get("still", Json.Whole); }
            set { Set("still", value); }
        }
    }

    /// <summary>The category in which a school is monitored.</summary>
    public sealed class Categorised : View
    {
        public Categorised() { }

        public Categorised(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Which category of the protocol.</summary>
        public string Category
        {
            get { return Get("category", Json.Text); }
            set { Set("category", value); }
        }
    }

    /// <summary>A category of monitoring with its own cadences.</summary>
    public sealed class Category : View
    {
        public Category() { }

        public Category(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>How often each channel watches a school in it.</summary>
        public Dictionary<string, Span> Cadences
        {
            get { return Get("cadences", Json.MapOf(Json.ViewOf(fields => new Span(fields)))); }
            set { Set("cadences", value); }
        }

        /// <summary>Its code.</summary>
        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        /// <summary>What people call it.</summary>
        public string Label
        {
            get { return Get("label", Json.Text); }
            set { Set("label", value); }
        }
    }

    /// <summary>Prices that no plan can beat: capacities and demands at their prices, and for each pair what its
    /// score exceeds its two prices by, add up to a bound (linear programming duality).</summary>
    public sealed class Certificate : View
    {
        public Certificate() { }

        public Certificate(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>One price per group of givers, by id; it comes on top of its members'.</summary>
        public List<PriceEntry> GiverGroups
        {
            get { return Get("giver_groups", Json.ListOf(Json.ViewOf(fields => new PriceEntry(fields)))); }
            set { Set("giver_groups", value); }
        }

        /// <summary>One price per giver, by id.</summary>
        public List<PriceEntry> Givers
        {
            get { return Get("givers", Json.ListOf(Json.ViewOf(fields => new PriceEntry(fields)))); }
            set { Set("givers", value); }
        }

        /// <summary>How to read the prices.</summary>
        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        /// <summary>One price per group of takers, by id.</summary>
        public List<PriceEntry> TakerGroups
        {
            get { return Get("taker_groups", Json.ListOf(Json.ViewOf(fields => new PriceEntry(fields)))); }
            set { Set("taker_groups", value); }
        }

        /// <summary>One price per taker, by id.</summary>
        public List<PriceEntry> Takers
        {
            get { return Get("takers", Json.ListOf(Json.ViewOf(fields => new PriceEntry(fields)))); }
            set { Set("takers", value); }
        }
    }

    /// <summary>What kind of proof a certificate is.</summary>
    public static class CertificateKind
    {
        /// <summary>Dual prices of the linear programme.</summary>
        public const string Duals = "duals";
    }

    /// <summary>A way of watching, with a cadence of its own.</summary>
    public static class Channel
    {
        /// <summary>Assessment data.</summary>
        public const string DataCheck = "data_check";
        /// <summary>An informal visit.</summary>
        public const string InformalVisit = "informal_visit";
        /// <summary>A formal review.</summary>
        public const string FormalReview = "formal_review";
    }

    /// <summary>A baseline expectation that was looked at.</summary>
    public sealed class CheckedExpectation : View
    {
        public CheckedExpectation() { }

        public CheckedExpectation(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The deployment.</summary>
        public string Deployment
        {
            get { return Get("deployment", Json.Text); }
            set { Set("deployment", value); }
        }

        /// <summary>Which expectation of the protocol.</summary>
        public string Expectation
        {
            get { return Get("expectation", Json.Text); }
            set { Set("expectation", value); }
        }

        /// <summary>Whether it was met.</summary>
        public bool? Met
        {
            get { return Get("met", Json.Flag); }
            set { Set("met", value); }
        }
    }

    /// <summary>One machine of a cycle, by its id.</summary>
    public sealed class Child : View
    {
        public Child() { }

        public Child(Dictionary<string, object> fields) : base(fields) { }

        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        public string Machine
        {
            get { return Get("machine", Json.Text); }
            set { Set("machine", value); }
        }

        /// <summary>The cycle itself.</summary>
        public static Child OfCycle()
        {
            var it = new Child();
            it.Set("machine", "cycle");
            return it;
        }

        /// <summary>What a school needs help with.</summary>
        public static Child OfNeed(string content)
        {
            var it = new Child();
            it.Set("machine", "need");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `need`; null where it is not.</summary>
        public string AsNeed
        {
            get { return Is("machine", "need") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A school's look at itself.</summary>
        public static Child OfSelfEvaluation(string content)
        {
            var it = new Child();
            it.Set("machine", "self_evaluation");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `self_evaluation`; null where it is not.</summary>
        public string AsSelfEvaluation
        {
            get { return Is("machine", "self_evaluation") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A review visit by peers.</summary>
        public static Child OfReview(string content)
        {
            var it = new Child();
            it.Set("machine", "review");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `review`; null where it is not.</summary>
        public string AsReview
        {
            get { return Is("machine", "review") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A line of enquiry with its evidence and its finding.</summary>
        public static Child OfEnquiry(string content)
        {
            var it = new Child();
            it.Set("machine", "enquiry");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `enquiry`; null where it is not.</summary>
        public string AsEnquiry
        {
            get { return Is("machine", "enquiry") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A session that turns findings into owned actions.</summary>
        public static Child OfWorkshop(string content)
        {
            var it = new Child();
            it.Set("machine", "workshop");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `workshop`; null where it is not.</summary>
        public string AsWorkshop
        {
            get { return Is("machine", "workshop") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>Something asked of somebody.</summary>
        public static Child OfRequest(string content)
        {
            var it = new Child();
            it.Set("machine", "request");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `request`; null where it is not.</summary>
        public string AsRequest
        {
            get { return Is("machine", "request") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A time-boxed placement for a need.</summary>
        public static Child OfDeployment(string content)
        {
            var it = new Child();
            it.Set("machine", "deployment");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `deployment`; null where it is not.</summary>
        public string AsDeployment
        {
            get { return Is("machine", "deployment") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>An item of the improvement plan.</summary>
        public static Child OfObjective(string content)
        {
            var it = new Child();
            it.Set("machine", "objective");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `objective`; null where it is not.</summary>
        public string AsObjective
        {
            get { return Is("machine", "objective") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A look at progress, with the next one fixed.</summary>
        public static Child OfProgressReview(string content)
        {
            var it = new Child();
            it.Set("machine", "progress_review");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `progress_review`; null where it is not.</summary>
        public string AsProgressReview
        {
            get { return Is("machine", "progress_review") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A worry that is resolved or escalated.</summary>
        public static Child OfConcern(string content)
        {
            var it = new Child();
            it.Set("machine", "concern");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `concern`; null where it is not.</summary>
        public string AsConcern
        {
            get { return Is("machine", "concern") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A peer's question that must be answered.</summary>
        public static Child OfChallenge(string content)
        {
            var it = new Child();
            it.Set("machine", "challenge");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `challenge`; null where it is not.</summary>
        public string AsChallenge
        {
            get { return Is("machine", "challenge") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A recommendation on the help for a need, with its decision.</summary>
        public static Child OfDecision(string content)
        {
            var it = new Child();
            it.Set("machine", "decision");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `decision`; null where it is not.</summary>
        public string AsDecision
        {
            get { return Is("machine", "decision") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A decision that the protocol asks for, with its recommendation.</summary>
        public static Child OfApproval(string content)
        {
            var it = new Child();
            it.Set("machine", "approval");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `approval`; null where it is not.</summary>
        public string AsApproval
        {
            get { return Is("machine", "approval") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>Coaching: dates and counts only.</summary>
        public static Child OfCoaching(string content)
        {
            var it = new Child();
            it.Set("machine", "coaching");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `coaching`; null where it is not.</summary>
        public string AsCoaching
        {
            get { return Is("machine", "coaching") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>Due diligence on a school that would join.</summary>
        public static Child OfDueDiligence(string content)
        {
            var it = new Child();
            it.Set("machine", "due_diligence");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `due_diligence`; null where it is not.</summary>
        public string AsDueDiligence
        {
            get { return Is("machine", "due_diligence") ? Get("id", Json.Text) : default(string); }
        }

        /// <summary>A task that the protocol asks for.</summary>
        public static Child OfTask(string content)
        {
            var it = new Child();
            it.Set("machine", "task");
            it.Set("id", content);
            return it;
        }

        /// <summary>What it holds where it is `task`; null where it is not.</summary>
        public string AsTask
        {
            get { return Is("machine", "task") ? Get("id", Json.Text) : default(string); }
        }
    }

    /// <summary>The closure of the school.</summary>
    public sealed class Closure : View
    {
        public Closure() { }

        public Closure(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its last day.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }
    }

    /// <summary>What somebody asks for, or reports.</summary>
    public sealed class Command : View
    {
        public Command() { }

        public Command(Dictionary<string, object> fields) : base(fields) { }

        public object Data
        {
            get { return Get("data", Json.Any); }
            set { Set("data", value); }
        }

        public string Type
        {
            get { return Get("type", Json.Text); }
            set { Set("type", value); }
        }

        /// <summary>Open a cycle for a school.</summary>
        public static Command OfOpenCycle(OpenedCycle content)
        {
            var it = new Command();
            it.Set("type", "open_cycle");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `open_cycle`; null where it is not.</summary>
        public OpenedCycle AsOpenCycle
        {
            get { return Is("type", "open_cycle") ? Get("data", Json.ViewOf(fields => new OpenedCycle(fields))) : default(OpenedCycle); }
        }

        /// <summary>Pause the cycle, with a reason code; facts are still recorded.</summary>
        public static Command OfPauseCycle(OverCycle content)
        {
            var it = new Command();
            it.Set("type", "pause_cycle");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `pause_cycle`; null where it is not.</summary>
        public OverCycle AsPauseCycle
        {
            get { return Is("type", "pause_cycle") ? Get("data", Json.ViewOf(fields => new OverCycle(fields))) : default(OverCycle); }
        }

        /// <summary>Go on with a paused cycle.</summary>
        public static Command OfResumeCycle(OverCycle content)
        {
            var it = new Command();
            it.Set("type", "resume_cycle");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `resume_cycle`; null where it is not.</summary>
        public OverCycle AsResumeCycle
        {
            get { return Is("type", "resume_cycle") ? Get("data", Json.ViewOf(fields => new OverCycle(fields))) : default(OverCycle); }
        }

        /// <summary>Stop the cycle, with a reason code; facts are still recorded.</summary>
        public static Command OfStopCycle(OverCycle content)
        {
            var it = new Command();
            it.Set("type", "stop_cycle");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `stop_cycle`; null where it is not.</summary>
        public OverCycle AsStopCycle
        {
            get { return Is("type", "stop_cycle") ? Get("data", Json.ViewOf(fields => new OverCycle(fields))) : default(OverCycle); }
        }

        /// <summary>Take a stopped cycle up again, with a reason code.</summary>
        public static Command OfReopenCycle(OverCycle content)
        {
            var it = new Command();
            it.Set("type", "reopen_cycle");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `reopen_cycle`; null where it is not.</summary>
        public OverCycle AsReopenCycle
        {
            get { return Is("type", "reopen_cycle") ? Get("data", Json.ViewOf(fields => new OverCycle(fields))) : default(OverCycle); }
        }

        /// <summary>Close the cycle once nothing in it is open.</summary>
        public static Command OfCloseCycle(OverCycle content)
        {
            var it = new Command();
            it.Set("type", "close_cycle");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `close_cycle`; null where it is not.</summary>
        public OverCycle AsCloseCycle
        {
            get { return Is("type", "close_cycle") ? Get("data", Json.ViewOf(fields => new OverCycle(fields))) : default(OverCycle); }
        }

        /// <summary>Move the running cycle to another protocol.</summary>
        public static Command OfMigrateCycle(Migrated content)
        {
            var it = new Command();
            it.Set("type", "migrate_cycle");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `migrate_cycle`; null where it is not.</summary>
        public Migrated AsMigrateCycle
        {
            get { return Is("type", "migrate_cycle") ? Get("data", Json.ViewOf(fields => new Migrated(fields))) : default(Migrated); }
        }

        /// <summary>Give more time for something that is due, with a reason code.</summary>
        public static Command OfExtendDeadline(Extended content)
        {
            var it = new Command();
            it.Set("type", "extend_deadline");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `extend_deadline`; null where it is not.</summary>
        public Extended AsExtendDeadline
        {
            get { return Is("type", "extend_deadline") ? Get("data", Json.ViewOf(fields => new Extended(fields))) : default(Extended); }
        }

        /// <summary>Put the school into a category of monitoring.</summary>
        public static Command OfCategoriseSchool(Categorised content)
        {
            var it = new Command();
            it.Set("type", "categorise_school");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `categorise_school`; null where it is not.</summary>
        public Categorised AsCategoriseSchool
        {
            get { return Is("type", "categorise_school") ? Get("data", Json.ViewOf(fields => new Categorised(fields))) : default(Categorised); }
        }

        /// <summary>Report that a concern for a child went to the designated safeguarding lead.</summary>
        public static Command OfHandOverSafeguarding(HandedOver content)
        {
            var it = new Command();
            it.Set("type", "hand_over_safeguarding");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `hand_over_safeguarding`; null where it is not.</summary>
        public HandedOver AsHandOverSafeguarding
        {
            get { return Is("type", "hand_over_safeguarding") ? Get("data", Json.ViewOf(fields => new HandedOver(fields))) : default(HandedOver); }
        }

        /// <summary>Report that a post of leadership is vacant.</summary>
        public static Command OfReportVacancy(Vacancy content)
        {
            var it = new Command();
            it.Set("type", "report_vacancy");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `report_vacancy`; null where it is not.</summary>
        public Vacancy AsReportVacancy
        {
            get { return Is("type", "report_vacancy") ? Get("data", Json.ViewOf(fields => new Vacancy(fields))) : default(Vacancy); }
        }

        /// <summary>Report that the responsible body has appointed somebody.</summary>
        public static Command OfRecordAppointment(Appointment content)
        {
            var it = new Command();
            it.Set("type", "record_appointment");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `record_appointment`; null where it is not.</summary>
        public Appointment AsRecordAppointment
        {
            get { return Is("type", "record_appointment") ? Get("data", Json.ViewOf(fields => new Appointment(fields))) : default(Appointment); }
        }

        /// <summary>Report that the school converted or moved to another responsible body.</summary>
        public static Command OfReportConversion(Conversion content)
        {
            var it = new Command();
            it.Set("type", "report_conversion");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `report_conversion`; null where it is not.</summary>
        public Conversion AsReportConversion
        {
            get { return Is("type", "report_conversion") ? Get("data", Json.ViewOf(fields => new Conversion(fields))) : default(Conversion); }
        }

        /// <summary>Report that the school merged into another.</summary>
        public static Command OfReportMerger(Merger content)
        {
            var it = new Command();
            it.Set("type", "report_merger");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `report_merger`; null where it is not.</summary>
        public Merger AsReportMerger
        {
            get { return Is("type", "report_merger") ? Get("data", Json.ViewOf(fields => new Merger(fields))) : default(Merger); }
        }

        /// <summary>Report that the school closed.</summary>
        public static Command OfReportClosure(Closure content)
        {
            var it = new Command();
            it.Set("type", "report_closure");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `report_closure`; null where it is not.</summary>
        public Closure AsReportClosure
        {
            get { return Is("type", "report_closure") ? Get("data", Json.ViewOf(fields => new Closure(fields))) : default(Closure); }
        }

        /// <summary>Report an inspection.</summary>
        public static Command OfReportInspection(Inspection content)
        {
            var it = new Command();
            it.Set("type", "report_inspection");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `report_inspection`; null where it is not.</summary>
        public Inspection AsReportInspection
        {
            get { return Is("type", "report_inspection") ? Get("data", Json.ViewOf(fields => new Inspection(fields))) : default(Inspection); }
        }

        /// <summary>Report a strike.</summary>
        public static Command OfReportStrike(Strike content)
        {
            var it = new Command();
            it.Set("type", "report_strike");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `report_strike`; null where it is not.</summary>
        public Strike AsReportStrike
        {
            get { return Is("type", "report_strike") ? Get("data", Json.ViewOf(fields => new Strike(fields))) : default(Strike); }
        }

        /// <summary>Report that a giver can lend less here than it did.</summary>
        public static Command OfReportCapacityFall(CapacityFall content)
        {
            var it = new Command();
            it.Set("type", "report_capacity_fall");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `report_capacity_fall`; null where it is not.</summary>
        public CapacityFall AsReportCapacityFall
        {
            get { return Is("type", "report_capacity_fall") ? Get("data", Json.ViewOf(fields => new CapacityFall(fields))) : default(CapacityFall); }
        }

        /// <summary>Report that a person has a tie to a school.</summary>
        public static Command OfDeclareInterest(Interest content)
        {
            var it = new Command();
            it.Set("type", "declare_interest");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `declare_interest`; null where it is not.</summary>
        public Interest AsDeclareInterest
        {
            get { return Is("type", "declare_interest") ? Get("data", Json.ViewOf(fields => new Interest(fields))) : default(Interest); }
        }

        /// <summary>Report that the school needs help.</summary>
        public static Command OfReportNeed(ReportedNeed content)
        {
            var it = new Command();
            it.Set("type", "report_need");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `report_need`; null where it is not.</summary>
        public ReportedNeed AsReportNeed
        {
            get { return Is("type", "report_need") ? Get("data", Json.ViewOf(fields => new ReportedNeed(fields))) : default(ReportedNeed); }
        }

        /// <summary>Begin to find out what a need is about.</summary>
        public static Command OfBeginDiagnosis(OfNeed content)
        {
            var it = new Command();
            it.Set("type", "begin_diagnosis");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `begin_diagnosis`; null where it is not.</summary>
        public OfNeed AsBeginDiagnosis
        {
            get { return Is("type", "begin_diagnosis") ? Get("data", Json.ViewOf(fields => new OfNeed(fields))) : default(OfNeed); }
        }

        /// <summary>Agree what a need is and how severe; it then waits for a match.</summary>
        public static Command OfAgreeDiagnosis(AgreedDiagnosis content)
        {
            var it = new Command();
            it.Set("type", "agree_diagnosis");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `agree_diagnosis`; null where it is not.</summary>
        public AgreedDiagnosis AsAgreeDiagnosis
        {
            get { return Is("type", "agree_diagnosis") ? Get("data", Json.ViewOf(fields => new AgreedDiagnosis(fields))) : default(AgreedDiagnosis); }
        }

        /// <summary>Take an agreed diagnosis back, with a reason code, while nothing rests on it.</summary>
        public static Command OfWithdrawDiagnosis(OfNeed content)
        {
            var it = new Command();
            it.Set("type", "withdraw_diagnosis");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `withdraw_diagnosis`; null where it is not.</summary>
        public OfNeed AsWithdrawDiagnosis
        {
            get { return Is("type", "withdraw_diagnosis") ? Get("data", Json.ViewOf(fields => new OfNeed(fields))) : default(OfNeed); }
        }

        /// <summary>Close a need that asks for no more help.</summary>
        public static Command OfCloseNeed(OfNeed content)
        {
            var it = new Command();
            it.Set("type", "close_need");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `close_need`; null where it is not.</summary>
        public OfNeed AsCloseNeed
        {
            get { return Is("type", "close_need") ? Get("data", Json.ViewOf(fields => new OfNeed(fields))) : default(OfNeed); }
        }

        /// <summary>Take up a closed need again, with a reason code.</summary>
        public static Command OfReopenNeed(OfNeed content)
        {
            var it = new Command();
            it.Set("type", "reopen_need");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `reopen_need`; null where it is not.</summary>
        public OfNeed AsReopenNeed
        {
            get { return Is("type", "reopen_need") ? Get("data", Json.ViewOf(fields => new OfNeed(fields))) : default(OfNeed); }
        }

        /// <summary>Begin a self-evaluation.</summary>
        public static Command OfDraftSelfEvaluation(OfSelfEvaluation content)
        {
            var it = new Command();
            it.Set("type", "draft_self_evaluation");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `draft_self_evaluation`; null where it is not.</summary>
        public OfSelfEvaluation AsDraftSelfEvaluation
        {
            get { return Is("type", "draft_self_evaluation") ? Get("data", Json.ViewOf(fields => new OfSelfEvaluation(fields))) : default(OfSelfEvaluation); }
        }

        /// <summary>Record that staff, pupils and families were heard on it.</summary>
        public static Command OfConsultOnSelfEvaluation(OfSelfEvaluation content)
        {
            var it = new Command();
            it.Set("type", "consult_on_self_evaluation");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `consult_on_self_evaluation`; null where it is not.</summary>
        public OfSelfEvaluation AsConsultOnSelfEvaluation
        {
            get { return Is("type", "consult_on_self_evaluation") ? Get("data", Json.ViewOf(fields => new OfSelfEvaluation(fields))) : default(OfSelfEvaluation); }
        }

        /// <summary>Hand it in.</summary>
        public static Command OfSubmitSelfEvaluation(OfSelfEvaluation content)
        {
            var it = new Command();
            it.Set("type", "submit_self_evaluation");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `submit_self_evaluation`; null where it is not.</summary>
        public OfSelfEvaluation AsSubmitSelfEvaluation
        {
            get { return Is("type", "submit_self_evaluation") ? Get("data", Json.ViewOf(fields => new OfSelfEvaluation(fields))) : default(OfSelfEvaluation); }
        }

        /// <summary>Share it with the review team.</summary>
        public static Command OfShareSelfEvaluation(OfSelfEvaluation content)
        {
            var it = new Command();
            it.Set("type", "share_self_evaluation");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `share_self_evaluation`; null where it is not.</summary>
        public OfSelfEvaluation AsShareSelfEvaluation
        {
            get { return Is("type", "share_self_evaluation") ? Get("data", Json.ViewOf(fields => new OfSelfEvaluation(fields))) : default(OfSelfEvaluation); }
        }

        /// <summary>Take it back into draft, with a reason code, while nothing rests on it.</summary>
        public static Command OfWithdrawSelfEvaluation(OfSelfEvaluation content)
        {
            var it = new Command();
            it.Set("type", "withdraw_self_evaluation");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `withdraw_self_evaluation`; null where it is not.</summary>
        public OfSelfEvaluation AsWithdrawSelfEvaluation
        {
            get { return Is("type", "withdraw_self_evaluation") ? Get("data", Json.ViewOf(fields => new OfSelfEvaluation(fields))) : default(OfSelfEvaluation); }
        }

        /// <summary>Plan a review visit.</summary>
        public static Command OfPlanReview(OfReview content)
        {
            var it = new Command();
            it.Set("type", "plan_review");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `plan_review`; null where it is not.</summary>
        public OfReview AsPlanReview
        {
            get { return Is("type", "plan_review") ? Get("data", Json.ViewOf(fields => new OfReview(fields))) : default(OfReview); }
        }

        /// <summary>Name the lead and the peers.</summary>
        public static Command OfFormTeam(Team content)
        {
            var it = new Command();
            it.Set("type", "form_team");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `form_team`; null where it is not.</summary>
        public Team AsFormTeam
        {
            get { return Is("type", "form_team") ? Get("data", Json.ViewOf(fields => new Team(fields))) : default(Team); }
        }

        /// <summary>Fix the day of the visit.</summary>
        public static Command OfScheduleReview(ScheduledVisit content)
        {
            var it = new Command();
            it.Set("type", "schedule_review");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `schedule_review`; null where it is not.</summary>
        public ScheduledVisit AsScheduleReview
        {
            get { return Is("type", "schedule_review") ? Get("data", Json.ViewOf(fields => new ScheduledVisit(fields))) : default(ScheduledVisit); }
        }

        /// <summary>Begin the visit.</summary>
        public static Command OfBeginReview(OfReview content)
        {
            var it = new Command();
            it.Set("type", "begin_review");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `begin_review`; null where it is not.</summary>
        public OfReview AsBeginReview
        {
            get { return Is("type", "begin_review") ? Get("data", Json.ViewOf(fields => new OfReview(fields))) : default(OfReview); }
        }

        /// <summary>Record that the team and the school spoke about what was seen, and in which directions.</summary>
        public static Command OfGiveFeedback(GivenFeedback content)
        {
            var it = new Command();
            it.Set("type", "give_feedback");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `give_feedback`; null where it is not.</summary>
        public GivenFeedback AsGiveFeedback
        {
            get { return Is("type", "give_feedback") ? Get("data", Json.ViewOf(fields => new GivenFeedback(fields))) : default(GivenFeedback); }
        }

        /// <summary>Put the report in draft.</summary>
        public static Command OfDraftReport(OfReview content)
        {
            var it = new Command();
            it.Set("type", "draft_report");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `draft_report`; null where it is not.</summary>
        public OfReview AsDraftReport
        {
            get { return Is("type", "draft_report") ? Get("data", Json.ViewOf(fields => new OfReview(fields))) : default(OfReview); }
        }

        /// <summary>Give the draft to the host head for reply.</summary>
        public static Command OfOpenRightOfReply(OfReview content)
        {
            var it = new Command();
            it.Set("type", "open_right_of_reply");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `open_right_of_reply`; null where it is not.</summary>
        public OfReview AsOpenRightOfReply
        {
            get { return Is("type", "open_right_of_reply") ? Get("data", Json.ViewOf(fields => new OfReview(fields))) : default(OfReview); }
        }

        /// <summary>Agree the report: the host owns it.</summary>
        public static Command OfAgreeReport(OfReview content)
        {
            var it = new Command();
            it.Set("type", "agree_report");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `agree_report`; null where it is not.</summary>
        public OfReview AsAgreeReport
        {
            get { return Is("type", "agree_report") ? Get("data", Json.ViewOf(fields => new OfReview(fields))) : default(OfReview); }
        }

        /// <summary>Share the agreed report.</summary>
        public static Command OfShareReport(OfReview content)
        {
            var it = new Command();
            it.Set("type", "share_report");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `share_report`; null where it is not.</summary>
        public OfReview AsShareReport
        {
            get { return Is("type", "share_report") ? Get("data", Json.ViewOf(fields => new OfReview(fields))) : default(OfReview); }
        }

        /// <summary>Take the agreement to a report back, with a reason code, while nothing rests on it.</summary>
        public static Command OfReopenReport(OfReview content)
        {
            var it = new Command();
            it.Set("type", "reopen_report");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `reopen_report`; null where it is not.</summary>
        public OfReview AsReopenReport
        {
            get { return Is("type", "reopen_report") ? Get("data", Json.ViewOf(fields => new OfReview(fields))) : default(OfReview); }
        }

        /// <summary>Cancel the visit, with a reason code.</summary>
        public static Command OfCancelReview(OfReview content)
        {
            var it = new Command();
            it.Set("type", "cancel_review");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `cancel_review`; null where it is not.</summary>
        public OfReview AsCancelReview
        {
            get { return Is("type", "cancel_review") ? Get("data", Json.ViewOf(fields => new OfReview(fields))) : default(OfReview); }
        }

        /// <summary>Ask a question that evidence is to answer.</summary>
        public static Command OfOpenEnquiry(OpenedEnquiry content)
        {
            var it = new Command();
            it.Set("type", "open_enquiry");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `open_enquiry`; null where it is not.</summary>
        public OpenedEnquiry AsOpenEnquiry
        {
            get { return Is("type", "open_enquiry") ? Get("data", Json.ViewOf(fields => new OpenedEnquiry(fields))) : default(OpenedEnquiry); }
        }

        /// <summary>Report a piece of evidence.</summary>
        public static Command OfRecordEvidence(RecordedEvidence content)
        {
            var it = new Command();
            it.Set("type", "record_evidence");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `record_evidence`; null where it is not.</summary>
        public RecordedEvidence AsRecordEvidence
        {
            get { return Is("type", "record_evidence") ? Get("data", Json.ViewOf(fields => new RecordedEvidence(fields))) : default(RecordedEvidence); }
        }

        /// <summary>Answer the question by a finding, with the evidence that it rests on.</summary>
        public static Command OfAnswerEnquiry(AnsweredEnquiry content)
        {
            var it = new Command();
            it.Set("type", "answer_enquiry");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `answer_enquiry`; null where it is not.</summary>
        public AnsweredEnquiry AsAnswerEnquiry
        {
            get { return Is("type", "answer_enquiry") ? Get("data", Json.ViewOf(fields => new AnsweredEnquiry(fields))) : default(AnsweredEnquiry); }
        }

        /// <summary>Take a finding back, with a reason code, while nothing rests on it.</summary>
        public static Command OfReopenEnquiry(OfEnquiry content)
        {
            var it = new Command();
            it.Set("type", "reopen_enquiry");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `reopen_enquiry`; null where it is not.</summary>
        public OfEnquiry AsReopenEnquiry
        {
            get { return Is("type", "reopen_enquiry") ? Get("data", Json.ViewOf(fields => new OfEnquiry(fields))) : default(OfEnquiry); }
        }

        /// <summary>Call a workshop.</summary>
        public static Command OfCallWorkshop(CalledWorkshop content)
        {
            var it = new Command();
            it.Set("type", "call_workshop");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `call_workshop`; null where it is not.</summary>
        public CalledWorkshop AsCallWorkshop
        {
            get { return Is("type", "call_workshop") ? Get("data", Json.ViewOf(fields => new CalledWorkshop(fields))) : default(CalledWorkshop); }
        }

        /// <summary>Record that it took place.</summary>
        public static Command OfHoldWorkshop(OfWorkshop content)
        {
            var it = new Command();
            it.Set("type", "hold_workshop");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `hold_workshop`; null where it is not.</summary>
        public OfWorkshop AsHoldWorkshop
        {
            get { return Is("type", "hold_workshop") ? Get("data", Json.ViewOf(fields => new OfWorkshop(fields))) : default(OfWorkshop); }
        }

        /// <summary>Put its plan of actions in draft.</summary>
        public static Command OfDraftPlan(DraftedPlan content)
        {
            var it = new Command();
            it.Set("type", "draft_plan");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `draft_plan`; null where it is not.</summary>
        public DraftedPlan AsDraftPlan
        {
            get { return Is("type", "draft_plan") ? Get("data", Json.ViewOf(fields => new DraftedPlan(fields))) : default(DraftedPlan); }
        }

        /// <summary>Adopt the plan.</summary>
        public static Command OfAdoptPlan(OfWorkshop content)
        {
            var it = new Command();
            it.Set("type", "adopt_plan");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `adopt_plan`; null where it is not.</summary>
        public OfWorkshop AsAdoptPlan
        {
            get { return Is("type", "adopt_plan") ? Get("data", Json.ViewOf(fields => new OfWorkshop(fields))) : default(OfWorkshop); }
        }

        /// <summary>Cancel the workshop, with a reason code.</summary>
        public static Command OfCancelWorkshop(OfWorkshop content)
        {
            var it = new Command();
            it.Set("type", "cancel_workshop");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `cancel_workshop`; null where it is not.</summary>
        public OfWorkshop AsCancelWorkshop
        {
            get { return Is("type", "cancel_workshop") ? Get("data", Json.ViewOf(fields => new OfWorkshop(fields))) : default(OfWorkshop); }
        }

        /// <summary>Ask somebody for a consent, a conflict declaration or a document.</summary>
        public static Command OfSendRequest(SentRequest content)
        {
            var it = new Command();
            it.Set("type", "send_request");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `send_request`; null where it is not.</summary>
        public SentRequest AsSendRequest
        {
            get { return Is("type", "send_request") ? Get("data", Json.ViewOf(fields => new SentRequest(fields))) : default(SentRequest); }
        }

        /// <summary>Report that the answer came.</summary>
        public static Command OfRecordReceipt(OfRequest content)
        {
            var it = new Command();
            it.Set("type", "record_receipt");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `record_receipt`; null where it is not.</summary>
        public OfRequest AsRecordReceipt
        {
            get { return Is("type", "record_receipt") ? Get("data", Json.ViewOf(fields => new OfRequest(fields))) : default(OfRequest); }
        }

        /// <summary>Look at the answer and say whether it is clear.</summary>
        public static Command OfReviewRequest(ReviewedRequest content)
        {
            var it = new Command();
            it.Set("type", "review_request");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `review_request`; null where it is not.</summary>
        public ReviewedRequest AsReviewRequest
        {
            get { return Is("type", "review_request") ? Get("data", Json.ViewOf(fields => new ReviewedRequest(fields))) : default(ReviewedRequest); }
        }

        /// <summary>Ask no longer, with a reason code.</summary>
        public static Command OfCancelRequest(OfRequest content)
        {
            var it = new Command();
            it.Set("type", "cancel_request");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `cancel_request`; null where it is not.</summary>
        public OfRequest AsCancelRequest
        {
            get { return Is("type", "cancel_request") ? Get("data", Json.ViewOf(fields => new OfRequest(fields))) : default(OfRequest); }
        }

        /// <summary>Propose that a giver helps with a need.</summary>
        public static Command OfProposeDeployment(Proposal content)
        {
            var it = new Command();
            it.Set("type", "propose_deployment");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `propose_deployment`; null where it is not.</summary>
        public Proposal AsProposeDeployment
        {
            get { return Is("type", "propose_deployment") ? Get("data", Json.ViewOf(fields => new Proposal(fields))) : default(Proposal); }
        }

        /// <summary>Record that no conflict of interest stands in the way.</summary>
        public static Command OfClearConflict(OfDeployment content)
        {
            var it = new Command();
            it.Set("type", "clear_conflict");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `clear_conflict`; null where it is not.</summary>
        public OfDeployment AsClearConflict
        {
            get { return Is("type", "clear_conflict") ? Get("data", Json.ViewOf(fields => new OfDeployment(fields))) : default(OfDeployment); }
        }

        /// <summary>Consent to it in a role that the protocol names.</summary>
        public static Command OfGiveConsent(Consent content)
        {
            var it = new Command();
            it.Set("type", "give_consent");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `give_consent`; null where it is not.</summary>
        public Consent AsGiveConsent
        {
            get { return Is("type", "give_consent") ? Get("data", Json.ViewOf(fields => new Consent(fields))) : default(Consent); }
        }

        /// <summary>Agree purpose, time, dates and exit.</summary>
        public static Command OfAgreeDeployment(Agreed content)
        {
            var it = new Command();
            it.Set("type", "agree_deployment");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `agree_deployment`; null where it is not.</summary>
        public Agreed AsAgreeDeployment
        {
            get { return Is("type", "agree_deployment") ? Get("data", Json.ViewOf(fields => new Agreed(fields))) : default(Agreed); }
        }

        /// <summary>Start the work.</summary>
        public static Command OfStartDeployment(OfDeployment content)
        {
            var it = new Command();
            it.Set("type", "start_deployment");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `start_deployment`; null where it is not.</summary>
        public OfDeployment AsStartDeployment
        {
            get { return Is("type", "start_deployment") ? Get("data", Json.ViewOf(fields => new OfDeployment(fields))) : default(OfDeployment); }
        }

        /// <summary>Let the help fade.</summary>
        public static Command OfTaperDeployment(OfDeployment content)
        {
            var it = new Command();
            it.Set("type", "taper_deployment");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `taper_deployment`; null where it is not.</summary>
        public OfDeployment AsTaperDeployment
        {
            get { return Is("type", "taper_deployment") ? Get("data", Json.ViewOf(fields => new OfDeployment(fields))) : default(OfDeployment); }
        }

        /// <summary>End the work as agreed.</summary>
        public static Command OfCompleteDeployment(OfDeployment content)
        {
            var it = new Command();
            it.Set("type", "complete_deployment");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `complete_deployment`; null where it is not.</summary>
        public OfDeployment AsCompleteDeployment
        {
            get { return Is("type", "complete_deployment") ? Get("data", Json.ViewOf(fields => new OfDeployment(fields))) : default(OfDeployment); }
        }

        /// <summary>Say what it brought.</summary>
        public static Command OfReviewImpact(Impact content)
        {
            var it = new Command();
            it.Set("type", "review_impact");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `review_impact`; null where it is not.</summary>
        public Impact AsReviewImpact
        {
            get { return Is("type", "review_impact") ? Get("data", Json.ViewOf(fields => new Impact(fields))) : default(Impact); }
        }

        /// <summary>Turn the proposal down, with a reason code.</summary>
        public static Command OfDeclineDeployment(Declined content)
        {
            var it = new Command();
            it.Set("type", "decline_deployment");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `decline_deployment`; null where it is not.</summary>
        public Declined AsDeclineDeployment
        {
            get { return Is("type", "decline_deployment") ? Get("data", Json.ViewOf(fields => new Declined(fields))) : default(Declined); }
        }

        /// <summary>Take the proposal back before it was agreed, with a reason code.</summary>
        public static Command OfWithdrawDeployment(OfDeployment content)
        {
            var it = new Command();
            it.Set("type", "withdraw_deployment");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `withdraw_deployment`; null where it is not.</summary>
        public OfDeployment AsWithdrawDeployment
        {
            get { return Is("type", "withdraw_deployment") ? Get("data", Json.ViewOf(fields => new OfDeployment(fields))) : default(OfDeployment); }
        }

        /// <summary>Break off an agreed deployment, with a reason code.</summary>
        public static Command OfCancelDeployment(OfDeployment content)
        {
            var it = new Command();
            it.Set("type", "cancel_deployment");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `cancel_deployment`; null where it is not.</summary>
        public OfDeployment AsCancelDeployment
        {
            get { return Is("type", "cancel_deployment") ? Get("data", Json.ViewOf(fields => new OfDeployment(fields))) : default(OfDeployment); }
        }

        /// <summary>Report a first contact with staff, parents or pupils.</summary>
        public static Command OfRecordContact(RecordedContact content)
        {
            var it = new Command();
            it.Set("type", "record_contact");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `record_contact`; null where it is not.</summary>
        public RecordedContact AsRecordContact
        {
            get { return Is("type", "record_contact") ? Get("data", Json.ViewOf(fields => new RecordedContact(fields))) : default(RecordedContact); }
        }

        /// <summary>Report whether a baseline expectation is met.</summary>
        public static Command OfCheckExpectation(CheckedExpectation content)
        {
            var it = new Command();
            it.Set("type", "check_expectation");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `check_expectation`; null where it is not.</summary>
        public CheckedExpectation AsCheckExpectation
        {
            get { return Is("type", "check_expectation") ? Get("data", Json.ViewOf(fields => new CheckedExpectation(fields))) : default(CheckedExpectation); }
        }

        /// <summary>Report working time that was delivered.</summary>
        public static Command OfLogTime(LoggedTime content)
        {
            var it = new Command();
            it.Set("type", "log_time");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `log_time`; null where it is not.</summary>
        public LoggedTime AsLogTime
        {
            get { return Is("type", "log_time") ? Get("data", Json.ViewOf(fields => new LoggedTime(fields))) : default(LoggedTime); }
        }

        /// <summary>Set an objective for a need.</summary>
        public static Command OfSetObjective(SetObjectiveFor content)
        {
            var it = new Command();
            it.Set("type", "set_objective");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `set_objective`; null where it is not.</summary>
        public SetObjectiveFor AsSetObjective
        {
            get { return Is("type", "set_objective") ? Get("data", Json.ViewOf(fields => new SetObjectiveFor(fields))) : default(SetObjectiveFor); }
        }

        /// <summary>Report how an objective comes on.</summary>
        public static Command OfNoteProgress(ProgressNote content)
        {
            var it = new Command();
            it.Set("type", "note_progress");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `note_progress`; null where it is not.</summary>
        public ProgressNote AsNoteProgress
        {
            get { return Is("type", "note_progress") ? Get("data", Json.ViewOf(fields => new ProgressNote(fields))) : default(ProgressNote); }
        }

        /// <summary>Close an objective.</summary>
        public static Command OfCloseObjective(OfObjective content)
        {
            var it = new Command();
            it.Set("type", "close_objective");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `close_objective`; null where it is not.</summary>
        public OfObjective AsCloseObjective
        {
            get { return Is("type", "close_objective") ? Get("data", Json.ViewOf(fields => new OfObjective(fields))) : default(OfObjective); }
        }

        /// <summary>Take up a closed objective again, with a reason code.</summary>
        public static Command OfReopenObjective(OfObjective content)
        {
            var it = new Command();
            it.Set("type", "reopen_objective");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `reopen_objective`; null where it is not.</summary>
        public OfObjective AsReopenObjective
        {
            get { return Is("type", "reopen_objective") ? Get("data", Json.ViewOf(fields => new OfObjective(fields))) : default(OfObjective); }
        }

        /// <summary>Report a data check, informal visit or formal review.</summary>
        public static Command OfRecordMonitoring(MonitoringRecord content)
        {
            var it = new Command();
            it.Set("type", "record_monitoring");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `record_monitoring`; null where it is not.</summary>
        public MonitoringRecord AsRecordMonitoring
        {
            get { return Is("type", "record_monitoring") ? Get("data", Json.ViewOf(fields => new MonitoringRecord(fields))) : default(MonitoringRecord); }
        }

        /// <summary>Plan a review of progress.</summary>
        public static Command OfPlanProgressReview(PlannedProgressReview content)
        {
            var it = new Command();
            it.Set("type", "plan_progress_review");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `plan_progress_review`; null where it is not.</summary>
        public PlannedProgressReview AsPlanProgressReview
        {
            get { return Is("type", "plan_progress_review") ? Get("data", Json.ViewOf(fields => new PlannedProgressReview(fields))) : default(PlannedProgressReview); }
        }

        /// <summary>Record how progress was found, and when it is looked at next.</summary>
        public static Command OfRecordProgressReview(RecordedProgressReview content)
        {
            var it = new Command();
            it.Set("type", "record_progress_review");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `record_progress_review`; null where it is not.</summary>
        public RecordedProgressReview AsRecordProgressReview
        {
            get { return Is("type", "record_progress_review") ? Get("data", Json.ViewOf(fields => new RecordedProgressReview(fields))) : default(RecordedProgressReview); }
        }

        /// <summary>Raise a concern.</summary>
        public static Command OfRaiseConcern(RaisedConcern content)
        {
            var it = new Command();
            it.Set("type", "raise_concern");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `raise_concern`; null where it is not.</summary>
        public RaisedConcern AsRaiseConcern
        {
            get { return Is("type", "raise_concern") ? Get("data", Json.ViewOf(fields => new RaisedConcern(fields))) : default(RaisedConcern); }
        }

        /// <summary>Record that a concern is resolved.</summary>
        public static Command OfResolveConcern(OfConcern content)
        {
            var it = new Command();
            it.Set("type", "resolve_concern");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `resolve_concern`; null where it is not.</summary>
        public OfConcern AsResolveConcern
        {
            get { return Is("type", "resolve_concern") ? Get("data", Json.ViewOf(fields => new OfConcern(fields))) : default(OfConcern); }
        }

        /// <summary>Escalate a concern, with a reason code.</summary>
        public static Command OfEscalateConcern(EscalatedConcern content)
        {
            var it = new Command();
            it.Set("type", "escalate_concern");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `escalate_concern`; null where it is not.</summary>
        public EscalatedConcern AsEscalateConcern
        {
            get { return Is("type", "escalate_concern") ? Get("data", Json.ViewOf(fields => new EscalatedConcern(fields))) : default(EscalatedConcern); }
        }

        /// <summary>Use a power of the protocol after an escalation.</summary>
        public static Command OfUsePower(UsedPower content)
        {
            var it = new Command();
            it.Set("type", "use_power");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `use_power`; null where it is not.</summary>
        public UsedPower AsUsePower
        {
            get { return Is("type", "use_power") ? Get("data", Json.ViewOf(fields => new UsedPower(fields))) : default(UsedPower); }
        }

        /// <summary>Close an escalated concern.</summary>
        public static Command OfCloseConcern(OfConcern content)
        {
            var it = new Command();
            it.Set("type", "close_concern");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `close_concern`; null where it is not.</summary>
        public OfConcern AsCloseConcern
        {
            get { return Is("type", "close_concern") ? Get("data", Json.ViewOf(fields => new OfConcern(fields))) : default(OfConcern); }
        }

        /// <summary>Take up a concern again, with a reason code.</summary>
        public static Command OfReopenConcern(OfConcern content)
        {
            var it = new Command();
            it.Set("type", "reopen_concern");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `reopen_concern`; null where it is not.</summary>
        public OfConcern AsReopenConcern
        {
            get { return Is("type", "reopen_concern") ? Get("data", Json.ViewOf(fields => new OfConcern(fields))) : default(OfConcern); }
        }

        /// <summary>Ask a question that must be answered.</summary>
        public static Command OfRaiseChallenge(RaisedChallenge content)
        {
            var it = new Command();
            it.Set("type", "raise_challenge");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `raise_challenge`; null where it is not.</summary>
        public RaisedChallenge AsRaiseChallenge
        {
            get { return Is("type", "raise_challenge") ? Get("data", Json.ViewOf(fields => new RaisedChallenge(fields))) : default(RaisedChallenge); }
        }

        /// <summary>Answer it.</summary>
        public static Command OfAnswerChallenge(OfChallenge content)
        {
            var it = new Command();
            it.Set("type", "answer_challenge");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `answer_challenge`; null where it is not.</summary>
        public OfChallenge AsAnswerChallenge
        {
            get { return Is("type", "answer_challenge") ? Get("data", Json.ViewOf(fields => new OfChallenge(fields))) : default(OfChallenge); }
        }

        /// <summary>Accept the answer.</summary>
        public static Command OfSettleChallenge(OfChallenge content)
        {
            var it = new Command();
            it.Set("type", "settle_challenge");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `settle_challenge`; null where it is not.</summary>
        public OfChallenge AsSettleChallenge
        {
            get { return Is("type", "settle_challenge") ? Get("data", Json.ViewOf(fields => new OfChallenge(fields))) : default(OfChallenge); }
        }

        /// <summary>Take it to the next level: the answer is overdue, or does not do.</summary>
        public static Command OfEscalateChallenge(OfChallenge content)
        {
            var it = new Command();
            it.Set("type", "escalate_challenge");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `escalate_challenge`; null where it is not.</summary>
        public OfChallenge AsEscalateChallenge
        {
            get { return Is("type", "escalate_challenge") ? Get("data", Json.ViewOf(fields => new OfChallenge(fields))) : default(OfChallenge); }
        }

        /// <summary>Recommend what should become of the help for a need.</summary>
        public static Command OfRecommendReallocation(Recommended content)
        {
            var it = new Command();
            it.Set("type", "recommend_reallocation");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `recommend_reallocation`; null where it is not.</summary>
        public Recommended AsRecommendReallocation
        {
            get { return Is("type", "recommend_reallocation") ? Get("data", Json.ViewOf(fields => new Recommended(fields))) : default(Recommended); }
        }

        /// <summary>Decide on a recommendation; another person than the one who recommended.</summary>
        public static Command OfDecideReallocation(Decided content)
        {
            var it = new Command();
            it.Set("type", "decide_reallocation");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `decide_reallocation`; null where it is not.</summary>
        public Decided AsDecideReallocation
        {
            get { return Is("type", "decide_reallocation") ? Get("data", Json.ViewOf(fields => new Decided(fields))) : default(Decided); }
        }

        /// <summary>Recommend an outcome of a decision that the protocol asks for.</summary>
        public static Command OfRecommendApproval(RecommendedApproval content)
        {
            var it = new Command();
            it.Set("type", "recommend_approval");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `recommend_approval`; null where it is not.</summary>
        public RecommendedApproval AsRecommendApproval
        {
            get { return Is("type", "recommend_approval") ? Get("data", Json.ViewOf(fields => new RecommendedApproval(fields))) : default(RecommendedApproval); }
        }

        /// <summary>Decide; another person than the one who recommended.</summary>
        public static Command OfDecideApproval(DecidedApproval content)
        {
            var it = new Command();
            it.Set("type", "decide_approval");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `decide_approval`; null where it is not.</summary>
        public DecidedApproval AsDecideApproval
        {
            get { return Is("type", "decide_approval") ? Get("data", Json.ViewOf(fields => new DecidedApproval(fields))) : default(DecidedApproval); }
        }

        /// <summary>Take a decision back, with a reason code, while nothing rests on it.</summary>
        public static Command OfRevokeApproval(OfApproval content)
        {
            var it = new Command();
            it.Set("type", "revoke_approval");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `revoke_approval`; null where it is not.</summary>
        public OfApproval AsRevokeApproval
        {
            get { return Is("type", "revoke_approval") ? Get("data", Json.ViewOf(fields => new OfApproval(fields))) : default(OfApproval); }
        }

        /// <summary>Agree that one person coaches another.</summary>
        public static Command OfContractCoaching(ContractedCoaching content)
        {
            var it = new Command();
            it.Set("type", "contract_coaching");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `contract_coaching`; null where it is not.</summary>
        public ContractedCoaching AsContractCoaching
        {
            get { return Is("type", "contract_coaching") ? Get("data", Json.ViewOf(fields => new ContractedCoaching(fields))) : default(ContractedCoaching); }
        }

        /// <summary>Report that a session was held.</summary>
        public static Command OfRecordSession(HeldSession content)
        {
            var it = new Command();
            it.Set("type", "record_session");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `record_session`; null where it is not.</summary>
        public HeldSession AsRecordSession
        {
            get { return Is("type", "record_session") ? Get("data", Json.ViewOf(fields => new HeldSession(fields))) : default(HeldSession); }
        }

        /// <summary>End the coaching.</summary>
        public static Command OfCloseCoaching(OfCoaching content)
        {
            var it = new Command();
            it.Set("type", "close_coaching");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `close_coaching`; null where it is not.</summary>
        public OfCoaching AsCloseCoaching
        {
            get { return Is("type", "close_coaching") ? Get("data", Json.ViewOf(fields => new OfCoaching(fields))) : default(OfCoaching); }
        }

        /// <summary>Record that a school is interested in joining.</summary>
        public static Command OfRegisterInterest(OfDueDiligence content)
        {
            var it = new Command();
            it.Set("type", "register_interest");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `register_interest`; null where it is not.</summary>
        public OfDueDiligence AsRegisterInterest
        {
            get { return Is("type", "register_interest") ? Get("data", Json.ViewOf(fields => new OfDueDiligence(fields))) : default(OfDueDiligence); }
        }

        /// <summary>Begin the first look at what is known of it.</summary>
        public static Command OfBeginTriage(OfDueDiligence content)
        {
            var it = new Command();
            it.Set("type", "begin_triage");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `begin_triage`; null where it is not.</summary>
        public OfDueDiligence AsBeginTriage
        {
            get { return Is("type", "begin_triage") ? Get("data", Json.ViewOf(fields => new OfDueDiligence(fields))) : default(OfDueDiligence); }
        }

        /// <summary>Begin the whole look.</summary>
        public static Command OfBeginDetailedDiligence(OfDueDiligence content)
        {
            var it = new Command();
            it.Set("type", "begin_detailed_diligence");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `begin_detailed_diligence`; null where it is not.</summary>
        public OfDueDiligence AsBeginDetailedDiligence
        {
            get { return Is("type", "begin_detailed_diligence") ? Get("data", Json.ViewOf(fields => new OfDueDiligence(fields))) : default(OfDueDiligence); }
        }

        /// <summary>Record that a part of it is done, with the needs it found.</summary>
        public static Command OfCompletePart(CompletedPart content)
        {
            var it = new Command();
            it.Set("type", "complete_part");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `complete_part`; null where it is not.</summary>
        public CompletedPart AsCompletePart
        {
            get { return Is("type", "complete_part") ? Get("data", Json.ViewOf(fields => new CompletedPart(fields))) : default(CompletedPart); }
        }

        /// <summary>Accept the school.</summary>
        public static Command OfAcceptJoiner(OfDueDiligence content)
        {
            var it = new Command();
            it.Set("type", "accept_joiner");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `accept_joiner`; null where it is not.</summary>
        public OfDueDiligence AsAcceptJoiner
        {
            get { return Is("type", "accept_joiner") ? Get("data", Json.ViewOf(fields => new OfDueDiligence(fields))) : default(OfDueDiligence); }
        }

        /// <summary>Put it off.</summary>
        public static Command OfDeferJoiner(OfDueDiligence content)
        {
            var it = new Command();
            it.Set("type", "defer_joiner");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `defer_joiner`; null where it is not.</summary>
        public OfDueDiligence AsDeferJoiner
        {
            get { return Is("type", "defer_joiner") ? Get("data", Json.ViewOf(fields => new OfDueDiligence(fields))) : default(OfDueDiligence); }
        }

        /// <summary>Decline it.</summary>
        public static Command OfDeclineJoiner(OfDueDiligence content)
        {
            var it = new Command();
            it.Set("type", "decline_joiner");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `decline_joiner`; null where it is not.</summary>
        public OfDueDiligence AsDeclineJoiner
        {
            get { return Is("type", "decline_joiner") ? Get("data", Json.ViewOf(fields => new OfDueDiligence(fields))) : default(OfDueDiligence); }
        }

        /// <summary>Take the school in, with a first map of support.</summary>
        public static Command OfOnboardJoiner(OfDueDiligence content)
        {
            var it = new Command();
            it.Set("type", "onboard_joiner");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `onboard_joiner`; null where it is not.</summary>
        public OfDueDiligence AsOnboardJoiner
        {
            get { return Is("type", "onboard_joiner") ? Get("data", Json.ViewOf(fields => new OfDueDiligence(fields))) : default(OfDueDiligence); }
        }

        /// <summary>Begin a task of the protocol.</summary>
        public static Command OfStartTask(OfTask content)
        {
            var it = new Command();
            it.Set("type", "start_task");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `start_task`; null where it is not.</summary>
        public OfTask AsStartTask
        {
            get { return Is("type", "start_task") ? Get("data", Json.ViewOf(fields => new OfTask(fields))) : default(OfTask); }
        }

        /// <summary>Record that a task of the protocol is done.</summary>
        public static Command OfCompleteTask(CompletedTask content)
        {
            var it = new Command();
            it.Set("type", "complete_task");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `complete_task`; null where it is not.</summary>
        public CompletedTask AsCompleteTask
        {
            get { return Is("type", "complete_task") ? Get("data", Json.ViewOf(fields => new CompletedTask(fields))) : default(CompletedTask); }
        }

        /// <summary>Take up a task again, with a reason code, while nothing rests on it.</summary>
        public static Command OfReopenTask(OfTask content)
        {
            var it = new Command();
            it.Set("type", "reopen_task");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `reopen_task`; null where it is not.</summary>
        public OfTask AsReopenTask
        {
            get { return Is("type", "reopen_task") ? Get("data", Json.ViewOf(fields => new OfTask(fields))) : default(OfTask); }
        }
    }

    /// <summary>A part of due diligence that is done, with the needs it found. Each of them is reported with it.</summary>
    public sealed class CompletedPart : View
    {
        public CompletedPart() { }

        public CompletedPart(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The due diligence.</summary>
        public string DueDiligence
        {
            get { return Get("due_diligence", Json.Text); }
            set { Set("due_diligence", value); }
        }

        /// <summary>What it found that the school needs help with.</summary>
        public List<Need> Needs
        {
            get { return Get("needs", Json.ListOf(Json.ViewOf(fields => new Need(fields)))); }
            set { Set("needs", value); }
        }

        /// <summary>Which part.</summary>
        public string Part
        {
            get { return Get("part", Json.Text); }
            set { Set("part", value); }
        }
    }

    /// <summary>A task that is done.</summary>
    public sealed class CompletedTask : View
    {
        public CompletedTask() { }

        public CompletedTask(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What it came to; needed where the protocol lists outcomes for it, and nowhere else.</summary>
        public string Outcome
        {
            get { return Get("outcome", Json.Text); }
            set { Set("outcome", value); }
        }

        /// <summary>The task.</summary>
        public string Task
        {
            get { return Get("task", Json.Text); }
            set { Set("task", value); }
        }
    }

    /// <summary>A consent, in the role of whoever consents.</summary>
    public sealed class Consent : View
    {
        public Consent() { }

        public Consent(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The role in which consent is given.</summary>
        public string By
        {
            get { return Get("by", Json.Text); }
            set { Set("by", value); }
        }

        /// <summary>The deployment.</summary>
        public string Deployment
        {
            get { return Get("deployment", Json.Text); }
            set { Set("deployment", value); }
        }
    }

    /// <summary>Who coaches whom.</summary>
    public sealed class ContractedCoaching : View
    {
        public ContractedCoaching() { }

        public ContractedCoaching(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Who coaches.</summary>
        public string Coach
        {
            get { return Get("coach", Json.Text); }
            set { Set("coach", value); }
        }

        /// <summary>Who is coached.</summary>
        public string Coached
        {
            get { return Get("coached", Json.Text); }
            set { Set("coached", value); }
        }

        /// <summary>The coaching.</summary>
        public string Coaching
        {
            get { return Get("coaching", Json.Text); }
            set { Set("coaching", value); }
        }
    }

    /// <summary>A conversion, or a move to another responsible body: the school's number changes, its history stays.</summary>
    public sealed class Conversion : View
    {
        public Conversion() { }

        public Conversion(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its number before.</summary>
        public long? From
        {
            get { return Get("from", Json.Whole); }
            set { Set("from", value); }
        }

        /// <summary>When.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }

        /// <summary>Its number now; the same where only the responsible body changed.</summary>
        public long? To
        {
            get { return Get("to", Json.Whole); }
            set { Set("to", value); }
        }
    }

    /// <summary>Something due a span after a machine entered a phase.</summary>
    public sealed class Deadline : View
    {
        public Deadline() { }

        public Deadline(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The act that meets it.</summary>
        public string Awaits
        {
            get { return Get("awaits", Json.Text); }
            set { Set("awaits", value); }
        }

        /// <summary>When it closes, counted from the start of the clock: after that day the step is refused, unless more
        /// time is given.</summary>
        public Span Close
        {
            get { return Get("close", Json.ViewOf(fields => new Span(fields))); }
            set { Set("close", value); }
        }

        /// <summary>When it is due.</summary>
        public Span Due
        {
            get { return Get("due", Json.ViewOf(fields => new Span(fields))); }
            set { Set("due", value); }
        }

        /// <summary>How much later it still counts as done in time.</summary>
        public Span Grace
        {
            get { return Get("grace", Json.ViewOf(fields => new Span(fields))); }
            set { Set("grace", value); }
        }

        /// <summary>Its name.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>The code of the phase whose beginning starts the clock.</summary>
        public string InPhase
        {
            get { return Get("in_phase", Json.Text); }
            set { Set("in_phase", value); }
        }

        /// <summary>The machine whose phase starts the clock, where it is another than that of the act: a need waits for
        /// a proposal.</summary>
        public string Of
        {
            get { return Get("of", Json.Text); }
            set { Set("of", value); }
        }

        /// <summary>The kind of request it is for; all kinds where none is named.</summary>
        public string OfKind
        {
            get { return Get("of_kind", Json.Text); }
            set { Set("of_kind", value); }
        }

        /// <summary>When reminders go out, counted from the start of the clock.</summary>
        public List<Span> Remind
        {
            get { return Get("remind", Json.ListOf(Json.ViewOf(fields => new Span(fields)))); }
            set { Set("remind", value); }
        }
    }

    /// <summary>A decision.</summary>
    public sealed class Decided : View
    {
        public Decided() { }

        public Decided(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Conditions, from the protocol's vocabulary.</summary>
        public List<string> Conditions
        {
            get { return Get("conditions", Json.ListOf(Json.Text)); }
            set { Set("conditions", value); }
        }

        /// <summary>The recommendation it answers.</summary>
        public string Decision
        {
            get { return Get("decision", Json.Text); }
            set { Set("decision", value); }
        }

        /// <summary>What is decided; it may differ from what was recommended.</summary>
        public string Outcome
        {
            get { return Get("outcome", Json.Text); }
            set { Set("outcome", value); }
        }
    }

    /// <summary>A decision.</summary>
    public sealed class DecidedApproval : View
    {
        public DecidedApproval() { }

        public DecidedApproval(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The approval.</summary>
        public string Approval
        {
            get { return Get("approval", Json.Text); }
            set { Set("approval", value); }
        }

        /// <summary>Conditions, from the protocol's reasons, where the protocol lets them be set.</summary>
        public List<string> Conditions
        {
            get { return Get("conditions", Json.ListOf(Json.Text)); }
            set { Set("conditions", value); }
        }

        /// <summary>What is decided; it may differ from what was recommended.</summary>
        public string Outcome
        {
            get { return Get("outcome", Json.Text); }
            set { Set("outcome", value); }
        }
    }

    /// <summary>What a school can lend.</summary>
    public sealed class DeclaredCapacity : View
    {
        public DeclaredCapacity() { }

        public DeclaredCapacity(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Terms in which it is another amount.</summary>
        public List<InTerm> InTerms
        {
            get { return Get("in_terms", Json.ListOf(Json.ViewOf(fields => new InTerm(fields)))); }
            set { Set("in_terms", value); }
        }

        /// <summary>The offer.</summary>
        public Offer Offer
        {
            get { return Get("offer", Json.ViewOf(fields => new Offer(fields))); }
            set { Set("offer", value); }
        }
    }

    /// <summary>A refusal of a proposal by one who was asked.</summary>
    public sealed class Declined : View
    {
        public Declined() { }

        public Declined(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The role of whoever declines; why stands in the envelope.</summary>
        public string By
        {
            get { return Get("by", Json.Text); }
            set { Set("by", value); }
        }

        /// <summary>The deployment.</summary>
        public string Deployment
        {
            get { return Get("deployment", Json.Text); }
            set { Set("deployment", value); }
        }
    }

    /// <summary>Where things are heading.</summary>
    public static class Direction
    {
        /// <summary>For the better.</summary>
        public const string Improving = "improving";
        /// <summary>No change.</summary>
        public const string Steady = "steady";
        /// <summary>For the worse.</summary>
        public const string Declining = "declining";
    }

    /// <summary>A plan of actions; a later draft takes the place of an earlier one.</summary>
    public sealed class DraftedPlan : View
    {
        public DraftedPlan() { }

        public DraftedPlan(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its actions.</summary>
        public List<PlannedAction> Actions
        {
            get { return Get("actions", Json.ListOf(Json.ViewOf(fields => new PlannedAction(fields)))); }
            set { Set("actions", value); }
        }

        /// <summary>The workshop.</summary>
        public string Workshop
        {
            get { return Get("workshop", Json.Text); }
            set { Set("workshop", value); }
        }
    }

    /// <summary>The stage of education a school serves. (A *need* has a phase of its own; see the cycle.)</summary>
    public static class EducationPhase
    {
        /// <summary>Before compulsory school age.</summary>
        public const string Nursery = "nursery";
        /// <summary>Ages 4 to 11, middle schools deemed primary included.</summary>
        public const string Primary = "primary";
        /// <summary>Ages 11 to 16 or 18, middle schools deemed secondary included.</summary>
        public const string Secondary = "secondary";
        /// <summary>Both.</summary>
        public const string AllThrough = "all_through";
        /// <summary>After 16.</summary>
        public const string SixteenPlus = "sixteen_plus";
        /// <summary>The register gives none: special schools, pupil referral units, independent schools.</summary>
        public const string NotApplicable = "not_applicable";
    }

    /// <summary>A school or central team that comes to an open network.</summary>
    public sealed class EnrolledMember : View
    {
        public EnrolledMember() { }

        public EnrolledMember(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The member.</summary>
        public Member Member
        {
            get { return Get("member", Json.ViewOf(fields => new Member(fields))); }
            set { Set("member", value); }
        }
    }

    /// <summary>An escalation; why stands in the envelope.</summary>
    public sealed class EscalatedConcern : View
    {
        public EscalatedConcern() { }

        public EscalatedConcern(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The concern.</summary>
        public string Concern
        {
            get { return Get("concern", Json.Text); }
            set { Set("concern", value); }
        }

        /// <summary>Whether the steps that come before an escalation were taken.</summary>
        public bool? StepsTaken
        {
            get { return Get("steps_taken", Json.Flag); }
            set { Set("steps_taken", value); }
        }

        /// <summary>Whether a warning notice was issued.</summary>
        public bool? WarningNotice
        {
            get { return Get("warning_notice", Json.Flag); }
            set { Set("warning_notice", value); }
        }
    }

    /// <summary>A kind of evidence.</summary>
    public sealed class EvidenceKindRule : View
    {
        public EvidenceKindRule() { }

        public EvidenceKindRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether it can show that something is the cause of something.</summary>
        public bool? Causal
        {
            get { return Get("causal", Json.Flag); }
            set { Set("causal", value); }
        }

        /// <summary>What it counts for; a kind that counts for nothing can never matter.</summary>
        public List<string> CountsFor
        {
            get { return Get("counts_for", Json.ListOf(Json.Text)); }
            set { Set("counts_for", value); }
        }

        /// <summary>What people call it.</summary>
        public string Label
        {
            get { return Get("label", Json.Text); }
            set { Set("label", value); }
        }

        /// <summary>What it tells.</summary>
        public string Says
        {
            get { return Get("says", Json.Text); }
            set { Set("says", value); }
        }
    }

    /// <summary>What counts as evidence, and when there is enough of it.</summary>
    public sealed class EvidenceRule : View
    {
        public EvidenceRule() { }

        public EvidenceRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether an answer needs both what happened and why.</summary>
        public bool? BothSides
        {
            get { return Get("both_sides", Json.Flag); }
            set { Set("both_sides", value); }
        }

        /// <summary>Kinds of evidence.</summary>
        public Dictionary<string, EvidenceKindRule> Kinds
        {
            get { return Get("kinds", Json.MapOf(Json.ViewOf(fields => new EvidenceKindRule(fields)))); }
            set { Set("kinds", value); }
        }

        /// <summary>How many kinds an answer rests on at least.</summary>
        public long? ToAnswer
        {
            get { return Get("to_answer", Json.Whole); }
            set { Set("to_answer", value); }
        }

        /// <summary>How many kinds make a finding triangulated.</summary>
        public long? ToTriangulate
        {
            get { return Get("to_triangulate", Json.Whole); }
            set { Set("to_triangulate", value); }
        }
    }

    /// <summary>What evidence counts for.</summary>
    public static class EvidenceUse
    {
        /// <summary>It answers an enquiry.</summary>
        public const string Answer = "answer";
        /// <summary>It makes a finding triangulated.</summary>
        public const string Triangulation = "triangulation";
    }

    /// <summary>More time for something that is due; why stands in the envelope.</summary>
    public sealed class Extended : View
    {
        public Extended() { }

        public Extended(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The deadline; that of a task is the task's own code.</summary>
        public string Deadline
        {
            get { return Get("deadline", Json.Text); }
            set { Set("deadline", value); }
        }

        /// <summary>The machine it is due for.</summary>
        public Child Of
        {
            get { return Get("of", Json.ViewOf(fields => new Child(fields))); }
            set { Set("of", value); }
        }

        /// <summary>The day until which it is now in time.</summary>
        public string Until
        {
            get { return Get("until", Json.Text); }
            set { Set("until", value); }
        }
    }

    /// <summary>What a school can still lend.</summary>
    public sealed class FallenCapacity : View
    {
        public FallenCapacity() { }

        public FallenCapacity(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Deployments at once.</summary>
        public long? AtOnce
        {
            get { return Get("at_once", Json.Whole); }
            set { Set("at_once", value); }
        }

        /// <summary>Working time a term.</summary>
        public long? PerTerm
        {
            get { return Get("per_term", Json.Whole); }
            set { Set("per_term", value); }
        }

        /// <summary>The school.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }

        /// <summary>The term in which it is so; none where it is so from now on.</summary>
        public SchoolTerm Term
        {
            get { return Get("term", Json.ViewOf(fields => new SchoolTerm(fields))); }
            set { Set("term", value); }
        }
    }

    /// <summary>In which direction feedback goes.</summary>
    public static class Feedback
    {
        /// <summary>The team tells the school what it saw.</summary>
        public const string ToSchool = "to_school";
        /// <summary>The school tells the team how the visit was.</summary>
        public const string ToTeam = "to_team";
    }

    /// <summary>What is watched in the first weeks of support.</summary>
    public sealed class FirstWeeksRule : View
    {
        public FirstWeeksRule() { }

        public FirstWeeksRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>With whom there is contact.</summary>
        public List<string> Contacts
        {
            get { return Get("contacts", Json.ListOf(Json.Text)); }
            set { Set("contacts", value); }
        }

        /// <summary>Baseline expectations, each with its label.</summary>
        public Dictionary<string, string> Expectations
        {
            get { return Get("expectations", Json.MapOf(Json.Text)); }
            set { Set("expectations", value); }
        }

        /// <summary>By when, counted from the day on which the work started.</summary>
        public Span Within
        {
            get { return Get("within", Json.ViewOf(fields => new Span(fields))); }
            set { Set("within", value); }
        }
    }

    /// <summary>A partnership as it is formed.</summary>
    public sealed class FormedPartnership : View
    {
        public FormedPartnership() { }

        public FormedPartnership(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What it is, such as a trust or an alliance.</summary>
        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        /// <summary>Who belongs to it.</summary>
        public List<string> Members
        {
            get { return Get("members", Json.ListOf(Json.Text)); }
            set { Set("members", value); }
        }

        /// <summary>The partnership.</summary>
        public string Partnership
        {
            get { return Get("partnership", Json.Text); }
            set { Set("partnership", value); }
        }

        /// <summary>The partnership of which it is part, if any.</summary>
        public string Within
        {
            get { return Get("within", Json.Text); }
            set { Set("within", value); }
        }
    }

    /// <summary>That a feedback conversation took place, never what was said.</summary>
    public sealed class GivenFeedback : View
    {
        public GivenFeedback() { }

        public GivenFeedback(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The review.</summary>
        public string Review
        {
            get { return Get("review", Json.Text); }
            set { Set("review", value); }
        }

        /// <summary>In which directions feedback was given.</summary>
        public List<string> Ways
        {
            get { return Get("ways", Json.ListOf(Json.Text)); }
            set { Set("ways", value); }
        }
    }

    /// <summary>A protocol as it is handed in.</summary>
    public sealed class GivenProtocol : View
    {
        public GivenProtocol() { }

        public GivenProtocol(Dictionary<string, object> fields) : base(fields) { }

        public object Data
        {
            get { return Get("data", Json.Any); }
            set { Set("data", value); }
        }

        public string Type
        {
            get { return Get("type", Json.Text); }
            set { Set("type", value); }
        }

        /// <summary>One that is built in, by its name.</summary>
        public static GivenProtocol OfPreset(string content)
        {
            var it = new GivenProtocol();
            it.Set("type", "preset");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `preset`; null where it is not.</summary>
        public string AsPreset
        {
            get { return Is("type", "preset") ? Get("data", Json.Text) : default(string); }
        }

        /// <summary>One as JSON.</summary>
        public static GivenProtocol OfJson(Protocol content)
        {
            var it = new GivenProtocol();
            it.Set("type", "json");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `json`; null where it is not.</summary>
        public Protocol AsJson
        {
            get { return Is("type", "json") ? Get("data", Json.ViewOf(fields => new Protocol(fields))) : default(Protocol); }
        }

        /// <summary>The text of one in TOML.</summary>
        public static GivenProtocol OfToml(string content)
        {
            var it = new GivenProtocol();
            it.Set("type", "toml");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `toml`; null where it is not.</summary>
        public string AsToml
        {
            get { return Is("type", "toml") ? Get("data", Json.Text) : default(string); }
        }
    }

    /// <summary>A school that closed, or became part of another.</summary>
    public sealed class GoneSchool : View
    {
        public GoneSchool() { }

        public GoneSchool(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The member of which it became part; none where it closed.</summary>
        public string Into
        {
            get { return Get("into", Json.Text); }
            set { Set("into", value); }
        }

        /// <summary>Since when.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }

        /// <summary>The school.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }
    }

    /// <summary>That a concern for a child went to the designated safeguarding lead. Nothing of its content is ever kept.</summary>
    public sealed class HandedOver : View
    {
        public HandedOver() { }

        public HandedOver(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The hand-over.</summary>
        public string Handover
        {
            get { return Get("handover", Json.Text); }
            set { Set("handover", value); }
        }

        /// <summary>When.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }

        /// <summary>The role it went to.</summary>
        public string To
        {
            get { return Get("to", Json.Text); }
            set { Set("to", value); }
        }
    }

    /// <summary>That a session was held, and when; never what was said.</summary>
    public sealed class HeldSession : View
    {
        public HeldSession() { }

        public HeldSession(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The coaching.</summary>
        public string Coaching
        {
            get { return Get("coaching", Json.Text); }
            set { Set("coaching", value); }
        }

        /// <summary>The day.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }
    }

    /// <summary>A person as they are identified.</summary>
    public sealed class IdentifiedPerson : View
    {
        public IdentifiedPerson() { }

        public IdentifiedPerson(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The areas in which they could help.</summary>
        public List<string> Areas
        {
            get { return Get("areas", Json.ListOf(Json.Text)); }
            set { Set("areas", value); }
        }

        /// <summary>The school or central team they work for.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>How much of them could be lent in one term.</summary>
        public Limit Limit
        {
            get { return Get("limit", Json.ViewOf(fields => new Limit(fields))); }
            set { Set("limit", value); }
        }

        /// <summary>The person.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }
    }

    /// <summary>What a deployment brought.</summary>
    public sealed class Impact : View
    {
        public Impact() { }

        public Impact(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The deployment.</summary>
        public string Deployment
        {
            get { return Get("deployment", Json.Text); }
            set { Set("deployment", value); }
        }

        /// <summary>What it brought.</summary>
        public string Rating
        {
            get { return Get("rating", Json.Text); }
            set { Set("rating", value); }
        }
    }

    /// <summary>A command to one cycle.</summary>
    public sealed class InCycle : View
    {
        public InCycle() { }

        public InCycle(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What is asked of it.</summary>
        public Command Command
        {
            get { return Get("command", Json.ViewOf(fields => new Command(fields))); }
            set { Set("command", value); }
        }

        /// <summary>The cycle.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }
    }

    /// <summary>A term in which a giver lends another amount than in all others.</summary>
    public sealed class InTerm : View
    {
        public InTerm() { }

        public InTerm(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Deployments at once; zero where nobody can be lent in it.</summary>
        public long? AtOnce
        {
            get { return Get("at_once", Json.Whole); }
            set { Set("at_once", value); }
        }

        /// <summary>Working time in it.</summary>
        public long? PerTerm
        {
            get { return Get("per_term", Json.Whole); }
            set { Set("per_term", value); }
        }

        /// <summary>The term.</summary>
        public SchoolTerm Term
        {
            get { return Get("term", Json.ViewOf(fields => new SchoolTerm(fields))); }
            set { Set("term", value); }
        }
    }

    /// <summary>An inspection with what it judged.</summary>
    public sealed class Inspection : View
    {
        public Inspection() { }

        public Inspection(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether it overtakes the peers' own challenge: an intervention follows by law.</summary>
        public bool? Intervention
        {
            get { return Get("intervention", Json.Flag); }
            set { Set("intervention", value); }
        }

        /// <summary>Its judgements; grades of different years belong to different vocabularies.</summary>
        public List<Judgement> Judgements
        {
            get { return Get("judgements", Json.ListOf(Json.ViewOf(fields => new Judgement(fields)))); }
            set { Set("judgements", value); }
        }

        /// <summary>When.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }
    }

    /// <summary>A tie between a person and a school, declared before anybody is asked to do anything.</summary>
    public sealed class Interest : View
    {
        public Interest() { }

        public Interest(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Who has it.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }

        /// <summary>To which school.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }
    }

    /// <summary>One judgement of an inspection.</summary>
    public sealed class Judgement : View
    {
        public Judgement() { }

        public Judgement(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What of the school it is about; none for an overall grade.</summary>
        public string Area
        {
            get { return Get("area", Json.Text); }
            set { Set("area", value); }
        }

        /// <summary>The grade.</summary>
        public string Grade
        {
            get { return Get("grade", Json.Text); }
            set { Set("grade", value); }
        }

        /// <summary>The vocabulary its grade belongs to.</summary>
        public string Vocabulary
        {
            get { return Get("vocabulary", Json.Text); }
            set { Set("vocabulary", value); }
        }
    }

    /// <summary>What leaders do that makes a school better; a diagnosis that does not ask about one of these says so.
    ///
    /// # Source
    /// The three families of practice in the literature on school leadership that the domain's row H5 names.</summary>
    public static class LeadershipDomain
    {
        /// <summary>Where the school is going.</summary>
        public const string SettingDirections = "setting_directions";
        /// <summary>The people who work there.</summary>
        public const string DevelopingPeople = "developing_people";
        /// <summary>How the work is organised.</summary>
        public const string RedesigningOrganisation = "redesigning_organisation";
    }

    /// <summary>What becomes of something open.</summary>
    public static class Leaving
    {
        /// <summary>Closing is refused as long as it is open.</summary>
        public const string Refuse = "refuse";
        /// <summary>It ends.</summary>
        public const string End = "end";
        /// <summary>It stays open.</summary>
        public const string Keep = "keep";
    }

    /// <summary>How much a school, or one person of it, can lend in one term.</summary>
    public sealed class Limit : View
    {
        public Limit() { }

        public Limit(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Deployments at once.</summary>
        public long? AtOnce
        {
            get { return Get("at_once", Json.Whole); }
            set { Set("at_once", value); }
        }

        /// <summary>Working time a term.</summary>
        public long? PerTerm
        {
            get { return Get("per_term", Json.Whole); }
            set { Set("per_term", value); }
        }
    }

    /// <summary>Working time that was delivered.</summary>
    public sealed class LoggedTime : View
    {
        public LoggedTime() { }

        public LoggedTime(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What was done.</summary>
        public string Activity
        {
            get { return Get("activity", Json.Text); }
            set { Set("activity", value); }
        }

        /// <summary>The deployment.</summary>
        public string Deployment
        {
            get { return Get("deployment", Json.Text); }
            set { Set("deployment", value); }
        }

        /// <summary>For how long.</summary>
        public long? HalfDays
        {
            get { return Get("half_days", Json.Whole); }
            set { Set("half_days", value); }
        }

        /// <summary>The day, or the last day, of it.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }
    }

    /// <summary>A kind of machine; each has one table of transitions.</summary>
    public static class Machine
    {
        /// <summary>The cycle itself.</summary>
        public const string Cycle = "cycle";
        /// <summary>What a school needs help with.</summary>
        public const string Need = "need";
        /// <summary>A school's look at itself.</summary>
        public const string SelfEvaluation = "self_evaluation";
        /// <summary>A review visit by peers.</summary>
        public const string Review = "review";
        /// <summary>A line of enquiry with its evidence and its finding.</summary>
        public const string Enquiry = "enquiry";
        /// <summary>A session that turns findings into owned actions.</summary>
        public const string Workshop = "workshop";
        /// <summary>Something asked of somebody.</summary>
        public const string Request = "request";
        /// <summary>A time-boxed placement for a need.</summary>
        public const string Deployment = "deployment";
        /// <summary>An item of the improvement plan.</summary>
        public const string Objective = "objective";
        /// <summary>A look at progress, with the next one fixed.</summary>
        public const string ProgressReview = "progress_review";
        /// <summary>A worry that is resolved or escalated.</summary>
        public const string Concern = "concern";
        /// <summary>A peer's question that must be answered.</summary>
        public const string Challenge = "challenge";
        /// <summary>A recommendation on the help for a need, with its decision.</summary>
        public const string Decision = "decision";
        /// <summary>A decision that the protocol asks for, with its recommendation.</summary>
        public const string Approval = "approval";
        /// <summary>Coaching: dates and counts only.</summary>
        public const string Coaching = "coaching";
        /// <summary>Due diligence on a school that would join.</summary>
        public const string DueDiligence = "due_diligence";
        /// <summary>A task that the protocol asks for.</summary>
        public const string Task = "task";
    }

    /// <summary>A school as a network's log knows it: no name, and nothing about its people.</summary>
    public sealed class Member : View
    {
        public Member() { }

        public Member(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The stage of education it serves.</summary>
        public string EducationPhase
        {
            get { return Get("education_phase", Json.Text); }
            set { Set("education_phase", value); }
        }

        /// <summary>What it is; a school where nothing is said.</summary>
        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        /// <summary>Where it stands, where known.</summary>
        public Place Place
        {
            get { return Get("place", Json.ViewOf(fields => new Place(fields))); }
            set { Set("place", value); }
        }

        /// <summary>What files and plans call it.</summary>
        public SchoolReference Reference
        {
            get { return Get("reference", Json.ViewOf(fields => new SchoolReference(fields))); }
            set { Set("reference", value); }
        }

        /// <summary>Its id.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }
    }

    /// <summary>What a member of a network is. Both kinds of supply lend through one ledger and one matching.</summary>
    public static class MemberKind
    {
        /// <summary>A school.</summary>
        public const string School = "school";
        /// <summary>A central team that lends people and has no cycle of its own.</summary>
        public const string CentralTeam = "central_team";
    }

    /// <summary>A merger into another school.</summary>
    public sealed class Merger : View
    {
        public Merger() { }

        public Merger(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The school that goes on.</summary>
        public string Into
        {
            get { return Get("into", Json.Text); }
            set { Set("into", value); }
        }

        /// <summary>When.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }
    }

    /// <summary>What is seen half-way through a deployment, between its agreed first and last day.</summary>
    public sealed class MidTermRule : View
    {
        public MidTermRule() { }

        public MidTermRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The channel that looks at its need.</summary>
        public string Channel
        {
            get { return Get("channel", Json.Text); }
            set { Set("channel", value); }
        }

        /// <summary>By when, counted from the day half-way; an observation from that day on counts.</summary>
        public Span Within
        {
            get { return Get("within", Json.ViewOf(fields => new Span(fields))); }
            set { Set("within", value); }
        }
    }

    /// <summary>A move to another protocol.</summary>
    public sealed class Migrated : View
    {
        public Migrated() { }

        public Migrated(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The protocol under which the cycle goes on.</summary>
        public Pin To
        {
            get { return Get("to", Json.ViewOf(fields => new Pin(fields))); }
            set { Set("to", value); }
        }
    }

    /// <summary>A milestone: reached once every task and decision of it is done or not required, and what it needs came about.</summary>
    public sealed class Milestone : View
    {
        public Milestone() { }

        public Milestone(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Milestones that come before it.</summary>
        public List<string> After
        {
            get { return Get("after", Json.ListOf(Json.Text)); }
            set { Set("after", value); }
        }

        /// <summary>Its code.</summary>
        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        /// <summary>What people call it.</summary>
        public string Label
        {
            get { return Get("label", Json.Text); }
            set { Set("label", value); }
        }

        /// <summary>What must have come about for it to be reached: where a decision came to something else, it stays ahead
        /// until another is made.</summary>
        public List<Branch> Needs
        {
            get { return Get("needs", Json.ListOf(Json.ViewOf(fields => new Branch(fields)))); }
            set { Set("needs", value); }
        }

        /// <summary>Branches on which it is on the way; on all where there is none.</summary>
        public List<Branch> When
        {
            get { return Get("when", Json.ListOf(Json.ViewOf(fields => new Branch(fields)))); }
            set { Set("when", value); }
        }
    }

    /// <summary>What one channel showed on one day.</summary>
    public sealed class MonitoringRecord : View
    {
        public MonitoringRecord() { }

        public MonitoringRecord(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>How.</summary>
        public string Channel
        {
            get { return Get("channel", Json.Text); }
            set { Set("channel", value); }
        }

        /// <summary>The need that was watched.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>When.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }

        /// <summary>What was seen.</summary>
        public string Rating
        {
            get { return Get("rating", Json.Text); }
            set { Set("rating", value); }
        }
    }

    /// <summary>A reviewer as they are named; a later naming takes the place of an earlier one.</summary>
    public sealed class NamedReviewer : View
    {
        public NamedReviewer() { }

        public NamedReviewer(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The school or central team they work for.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>Whether they have shadowed a review, and so may lead one.</summary>
        public bool? HasShadowed
        {
            get { return Get("has_shadowed", Json.Flag); }
            set { Set("has_shadowed", value); }
        }

        /// <summary>The person.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }

        /// <summary>Visits in a term for which they may be asked.</summary>
        public long? VisitsInTerm
        {
            get { return Get("visits_in_term", Json.Whole); }
            set { Set("visits_in_term", value); }
        }
    }

    /// <summary>A need of one school in one area. Its phase is kept by the cycle.</summary>
    public sealed class Need : View
    {
        public Need() { }

        public Need(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What the help is about.</summary>
        public string Area
        {
            get { return Get("area", Json.Text); }
            set { Set("area", value); }
        }

        /// <summary>Its id.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>The school that needs help.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }

        /// <summary>How serious it is.</summary>
        public string Severity
        {
            get { return Get("severity", Json.Text); }
            set { Set("severity", value); }
        }

        /// <summary>What made it known.</summary>
        public NeedSource Source
        {
            get { return Get("source", Json.ViewOf(fields => new NeedSource(fields))); }
            set { Set("source", value); }
        }

        /// <summary>How many deployments it asks for; at least one.</summary>
        public long? Units
        {
            get { return Get("units", Json.Whole); }
            set { Set("units", value); }
        }

        /// <summary>The year group it is about, 0 for reception, where it applies.</summary>
        public long? YearGroup
        {
            get { return Get("year_group", Json.Whole); }
            set { Set("year_group", value); }
        }
    }

    /// <summary>Where a need stands.</summary>
    public static class NeedPhase
    {
        /// <summary>It was reported.</summary>
        public const string Scoping = "scoping";
        /// <summary>It is being looked into.</summary>
        public const string Diagnosis = "diagnosis";
        /// <summary>It waits for a giver.</summary>
        public const string Matching = "matching";
        /// <summary>Help is agreed.</summary>
        public const string Deployment = "deployment";
        /// <summary>Help is there and is watched.</summary>
        public const string Monitoring = "monitoring";
        /// <summary>What should become of the help waits for a decision.</summary>
        public const string Reallocation = "reallocation";
        /// <summary>No more help is asked for.</summary>
        public const string Closed = "closed";
    }

    /// <summary>What made a need known.</summary>
    public sealed class NeedSource : View
    {
        public NeedSource() { }

        public NeedSource(Dictionary<string, object> fields) : base(fields) { }

        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        public object Of
        {
            get { return Get("of", Json.Any); }
            set { Set("of", value); }
        }

        /// <summary>Published signals under a named rule; no diagnosis.</summary>
        public static NeedSource OfSignals(object content)
        {
            var it = new NeedSource();
            it.Set("kind", "signals");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `signals`; null where it is not.</summary>
        public object AsSignals
        {
            get { return Is("kind", "signals") ? Get("of", Json.Any) : default(object); }
        }

        /// <summary>The school itself, or its responsible body.</summary>
        public static NeedSource OfReported()
        {
            var it = new NeedSource();
            it.Set("kind", "reported");
            return it;
        }

        /// <summary>A review.</summary>
        public static NeedSource OfReview()
        {
            var it = new NeedSource();
            it.Set("kind", "review");
            return it;
        }
    }

    /// <summary>A command to a network.</summary>
    public sealed class NetworkCommand : View
    {
        public NetworkCommand() { }

        public NetworkCommand(Dictionary<string, object> fields) : base(fields) { }

        public object Data
        {
            get { return Get("data", Json.Any); }
            set { Set("data", value); }
        }

        public string Type
        {
            get { return Get("type", Json.Text); }
            set { Set("type", value); }
        }

        /// <summary>Open the network with its calendar and schools: the first command of every log.</summary>
        public static NetworkCommand OfOpenNetwork(OpenedNetwork content)
        {
            var it = new NetworkCommand();
            it.Set("type", "open_network");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `open_network`; null where it is not.</summary>
        public OpenedNetwork AsOpenNetwork
        {
            get { return Is("type", "open_network") ? Get("data", Json.ViewOf(fields => new OpenedNetwork(fields))) : default(OpenedNetwork); }
        }

        /// <summary>Take a school or a central team into the network.</summary>
        public static NetworkCommand OfEnrolMember(EnrolledMember content)
        {
            var it = new NetworkCommand();
            it.Set("type", "enrol_member");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `enrol_member`; null where it is not.</summary>
        public EnrolledMember AsEnrolMember
        {
            get { return Is("type", "enrol_member") ? Get("data", Json.ViewOf(fields => new EnrolledMember(fields))) : default(EnrolledMember); }
        }

        /// <summary>Report that a school has another number, as when it converts; its history stays, consents are asked again.</summary>
        public static NetworkCommand OfReportNewReference(NewReference content)
        {
            var it = new NetworkCommand();
            it.Set("type", "report_new_reference");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `report_new_reference`; null where it is not.</summary>
        public NewReference AsReportNewReference
        {
            get { return Is("type", "report_new_reference") ? Get("data", Json.ViewOf(fields => new NewReference(fields))) : default(NewReference); }
        }

        /// <summary>Report that a school closed, or became part of another: nothing new is begun with it.</summary>
        public static NetworkCommand OfReportSchoolGone(GoneSchool content)
        {
            var it = new NetworkCommand();
            it.Set("type", "report_school_gone");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `report_school_gone`; null where it is not.</summary>
        public GoneSchool AsReportSchoolGone
        {
            get { return Is("type", "report_school_gone") ? Get("data", Json.ViewOf(fields => new GoneSchool(fields))) : default(GoneSchool); }
        }

        /// <summary>Form a partnership of members of the network.</summary>
        public static NetworkCommand OfFormPartnership(FormedPartnership content)
        {
            var it = new NetworkCommand();
            it.Set("type", "form_partnership");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `form_partnership`; null where it is not.</summary>
        public FormedPartnership AsFormPartnership
        {
            get { return Is("type", "form_partnership") ? Get("data", Json.ViewOf(fields => new FormedPartnership(fields))) : default(FormedPartnership); }
        }

        /// <summary>Adopt a charter of a partnership; a later version takes the place of an earlier one.</summary>
        public static NetworkCommand OfAdoptCharter(AdoptedCharter content)
        {
            var it = new NetworkCommand();
            it.Set("type", "adopt_charter");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `adopt_charter`; null where it is not.</summary>
        public AdoptedCharter AsAdoptCharter
        {
            get { return Is("type", "adopt_charter") ? Get("data", Json.ViewOf(fields => new AdoptedCharter(fields))) : default(AdoptedCharter); }
        }

        /// <summary>Accept a member of the network into a partnership.</summary>
        public static NetworkCommand OfAdmitSchool(OfMembership content)
        {
            var it = new NetworkCommand();
            it.Set("type", "admit_school");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `admit_school`; null where it is not.</summary>
        public OfMembership AsAdmitSchool
        {
            get { return Is("type", "admit_school") ? Get("data", Json.ViewOf(fields => new OfMembership(fields))) : default(OfMembership); }
        }

        /// <summary>Let a school go from a partnership that asks to leave it.</summary>
        public static NetworkCommand OfReleaseSchool(OfMembership content)
        {
            var it = new NetworkCommand();
            it.Set("type", "release_school");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `release_school`; null where it is not.</summary>
        public OfMembership AsReleaseSchool
        {
            get { return Is("type", "release_school") ? Get("data", Json.ViewOf(fields => new OfMembership(fields))) : default(OfMembership); }
        }

        /// <summary>Report that a school has left a partnership.</summary>
        public static NetworkCommand OfReportDeparture(OfMembership content)
        {
            var it = new NetworkCommand();
            it.Set("type", "report_departure");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `report_departure`; null where it is not.</summary>
        public OfMembership AsReportDeparture
        {
            get { return Is("type", "report_departure") ? Get("data", Json.ViewOf(fields => new OfMembership(fields))) : default(OfMembership); }
        }

        /// <summary>Declare what a school can lend; a later declaration takes the place of an earlier one.</summary>
        public static NetworkCommand OfDeclareCapacity(DeclaredCapacity content)
        {
            var it = new NetworkCommand();
            it.Set("type", "declare_capacity");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `declare_capacity`; null where it is not.</summary>
        public DeclaredCapacity AsDeclareCapacity
        {
            get { return Is("type", "declare_capacity") ? Get("data", Json.ViewOf(fields => new DeclaredCapacity(fields))) : default(DeclaredCapacity); }
        }

        /// <summary>Report that a school can lend less than it declared, in one term or from now on. A fact: recorded even where more is held.</summary>
        public static NetworkCommand OfReportCapacityFall(FallenCapacity content)
        {
            var it = new NetworkCommand();
            it.Set("type", "report_capacity_fall");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `report_capacity_fall`; null where it is not.</summary>
        public FallenCapacity AsReportCapacityFall
        {
            get { return Is("type", "report_capacity_fall") ? Get("data", Json.ViewOf(fields => new FallenCapacity(fields))) : default(FallenCapacity); }
        }

        /// <summary>Name a person who could be lent, under a pseudonym, with their areas and how much of them.</summary>
        public static NetworkCommand OfIdentifyPerson(IdentifiedPerson content)
        {
            var it = new NetworkCommand();
            it.Set("type", "identify_person");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `identify_person`; null where it is not.</summary>
        public IdentifiedPerson AsIdentifyPerson
        {
            get { return Is("type", "identify_person") ? Get("data", Json.ViewOf(fields => new IdentifiedPerson(fields))) : default(IdentifiedPerson); }
        }

        /// <summary>Record that a person has been prepared to be lent.</summary>
        public static NetworkCommand OfDevelopPerson(OfPerson content)
        {
            var it = new NetworkCommand();
            it.Set("type", "develop_person");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `develop_person`; null where it is not.</summary>
        public OfPerson AsDevelopPerson
        {
            get { return Is("type", "develop_person") ? Get("data", Json.ViewOf(fields => new OfPerson(fields))) : default(OfPerson); }
        }

        /// <summary>Record what a person holds that shows they can be deployed.</summary>
        public static NetworkCommand OfAccreditPerson(AccreditedPerson content)
        {
            var it = new NetworkCommand();
            it.Set("type", "accredit_person");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `accredit_person`; null where it is not.</summary>
        public AccreditedPerson AsAccreditPerson
        {
            get { return Is("type", "accredit_person") ? Get("data", Json.ViewOf(fields => new AccreditedPerson(fields))) : default(AccreditedPerson); }
        }

        /// <summary>Say that a person can be lent from now on.</summary>
        public static NetworkCommand OfOfferPerson(OfPerson content)
        {
            var it = new NetworkCommand();
            it.Set("type", "offer_person");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `offer_person`; null where it is not.</summary>
        public OfPerson AsOfferPerson
        {
            get { return Is("type", "offer_person") ? Get("data", Json.ViewOf(fields => new OfPerson(fields))) : default(OfPerson); }
        }

        /// <summary>Report that a person can be lent no longer.</summary>
        public static NetworkCommand OfStandPersonDown(OfPerson content)
        {
            var it = new NetworkCommand();
            it.Set("type", "stand_person_down");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `stand_person_down`; null where it is not.</summary>
        public OfPerson AsStandPersonDown
        {
            get { return Is("type", "stand_person_down") ? Get("data", Json.ViewOf(fields => new OfPerson(fields))) : default(OfPerson); }
        }

        /// <summary>Name somebody who reviews other schools, under a pseudonym, with how often they can be asked.</summary>
        public static NetworkCommand OfNameReviewer(NamedReviewer content)
        {
            var it = new NetworkCommand();
            it.Set("type", "name_reviewer");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `name_reviewer`; null where it is not.</summary>
        public NamedReviewer AsNameReviewer
        {
            get { return Is("type", "name_reviewer") ? Get("data", Json.ViewOf(fields => new NamedReviewer(fields))) : default(NamedReviewer); }
        }

        /// <summary>Report that somebody reviews no longer.</summary>
        public static NetworkCommand OfStandReviewerDown(OfReviewer content)
        {
            var it = new NetworkCommand();
            it.Set("type", "stand_reviewer_down");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `stand_reviewer_down`; null where it is not.</summary>
        public OfReviewer AsStandReviewerDown
        {
            get { return Is("type", "stand_reviewer_down") ? Get("data", Json.ViewOf(fields => new OfReviewer(fields))) : default(OfReviewer); }
        }

        /// <summary>Open a round of matching.</summary>
        public static NetworkCommand OfOpenRound(OpenedRound content)
        {
            var it = new NetworkCommand();
            it.Set("type", "open_round");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `open_round`; null where it is not.</summary>
        public OpenedRound AsOpenRound
        {
            get { return Is("type", "open_round") ? Get("data", Json.ViewOf(fields => new OpenedRound(fields))) : default(OpenedRound); }
        }

        /// <summary>Put a plan forward, with its certificate; once a placement is declined, the next one.</summary>
        public static NetworkCommand OfProposePlan(ProposedPlan content)
        {
            var it = new NetworkCommand();
            it.Set("type", "propose_plan");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `propose_plan`; null where it is not.</summary>
        public ProposedPlan AsProposePlan
        {
            get { return Is("type", "propose_plan") ? Get("data", Json.ViewOf(fields => new ProposedPlan(fields))) : default(ProposedPlan); }
        }

        /// <summary>Accept or decline a placement of the plan, for the giver or the taker; to decline takes a reason code.</summary>
        public static NetworkCommand OfAnswerPlacement(AnsweredPlacement content)
        {
            var it = new NetworkCommand();
            it.Set("type", "answer_placement");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `answer_placement`; null where it is not.</summary>
        public AnsweredPlacement AsAnswerPlacement
        {
            get { return Is("type", "answer_placement") ? Get("data", Json.ViewOf(fields => new AnsweredPlacement(fields))) : default(AnsweredPlacement); }
        }

        /// <summary>Confirm a plan; another person than the one who put it forward.</summary>
        public static NetworkCommand OfConfirmPlan(OfRound content)
        {
            var it = new NetworkCommand();
            it.Set("type", "confirm_plan");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `confirm_plan`; null where it is not.</summary>
        public OfRound AsConfirmPlan
        {
            get { return Is("type", "confirm_plan") ? Get("data", Json.ViewOf(fields => new OfRound(fields))) : default(OfRound); }
        }

        /// <summary>Close a round.</summary>
        public static NetworkCommand OfCloseRound(OfRound content)
        {
            var it = new NetworkCommand();
            it.Set("type", "close_round");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `close_round`; null where it is not.</summary>
        public OfRound AsCloseRound
        {
            get { return Is("type", "close_round") ? Get("data", Json.ViewOf(fields => new OfRound(fields))) : default(OfRound); }
        }

        /// <summary>Erase a closed cycle once its retention is over.</summary>
        public static NetworkCommand OfEraseCycle(OfCycle content)
        {
            var it = new NetworkCommand();
            it.Set("type", "erase_cycle");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `erase_cycle`; null where it is not.</summary>
        public OfCycle AsEraseCycle
        {
            get { return Is("type", "erase_cycle") ? Get("data", Json.ViewOf(fields => new OfCycle(fields))) : default(OfCycle); }
        }

        /// <summary>A command to one cycle.</summary>
        public static NetworkCommand OfInCycle(InCycle content)
        {
            var it = new NetworkCommand();
            it.Set("type", "in_cycle");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `in_cycle`; null where it is not.</summary>
        public InCycle AsInCycle
        {
            get { return Is("type", "in_cycle") ? Get("data", Json.ViewOf(fields => new InCycle(fields))) : default(InCycle); }
        }
    }

    /// <summary>A school that has another number, as when it converts.</summary>
    public sealed class NewReference : View
    {
        public NewReference() { }

        public NewReference(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Since when.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }

        /// <summary>What files and plans call it from now on.</summary>
        public SchoolReference Reference
        {
            get { return Get("reference", Json.ViewOf(fields => new SchoolReference(fields))); }
            set { Set("reference", value); }
        }

        /// <summary>The school: its id stays, and with it all that happened.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }
    }

    /// <summary>Says nothing more.</summary>
    public sealed class Nothing : View
    {
        public Nothing() { }

        public Nothing(Dictionary<string, object> fields) : base(fields) { }
    }

    /// <summary>What a plan is best at.</summary>
    public static class Objective
    {
        /// <summary>The most units of demand met; among those plans the highest score.</summary>
        public const string Coverage = "coverage";
        /// <summary>The highest score, whatever the units; among those plans the most units.</summary>
        public const string Score = "score";
        /// <summary>The most units; among those plans the highest score, where each pair of the present plan that stays
        /// counts the price of a change more (`crate::problem::ProblemBuilder::change_price`).</summary>
        public const string LeastChange = "least_change";
    }

    /// <summary>Names an approval.</summary>
    public sealed class OfApproval : View
    {
        public OfApproval() { }

        public OfApproval(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The approval.</summary>
        public string Approval
        {
            get { return Get("approval", Json.Text); }
            set { Set("approval", value); }
        }
    }

    /// <summary>Names a challenge.</summary>
    public sealed class OfChallenge : View
    {
        public OfChallenge() { }

        public OfChallenge(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The challenge.</summary>
        public string Challenge
        {
            get { return Get("challenge", Json.Text); }
            set { Set("challenge", value); }
        }
    }

    /// <summary>Names a coaching.</summary>
    public sealed class OfCoaching : View
    {
        public OfCoaching() { }

        public OfCoaching(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The coaching.</summary>
        public string Coaching
        {
            get { return Get("coaching", Json.Text); }
            set { Set("coaching", value); }
        }
    }

    /// <summary>Names a concern.</summary>
    public sealed class OfConcern : View
    {
        public OfConcern() { }

        public OfConcern(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The concern.</summary>
        public string Concern
        {
            get { return Get("concern", Json.Text); }
            set { Set("concern", value); }
        }
    }

    /// <summary>A cycle, whole.</summary>
    public sealed class OfCycle : View
    {
        public OfCycle() { }

        public OfCycle(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The cycle.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }
    }

    /// <summary>Names a deployment.</summary>
    public sealed class OfDeployment : View
    {
        public OfDeployment() { }

        public OfDeployment(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The deployment.</summary>
        public string Deployment
        {
            get { return Get("deployment", Json.Text); }
            set { Set("deployment", value); }
        }
    }

    /// <summary>Names a due diligence.</summary>
    public sealed class OfDueDiligence : View
    {
        public OfDueDiligence() { }

        public OfDueDiligence(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The due diligence.</summary>
        public string DueDiligence
        {
            get { return Get("due_diligence", Json.Text); }
            set { Set("due_diligence", value); }
        }
    }

    /// <summary>Names an enquiry.</summary>
    public sealed class OfEnquiry : View
    {
        public OfEnquiry() { }

        public OfEnquiry(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The enquiry.</summary>
        public string Enquiry
        {
            get { return Get("enquiry", Json.Text); }
            set { Set("enquiry", value); }
        }
    }

    /// <summary>Names a partnership and a member.</summary>
    public sealed class OfMembership : View
    {
        public OfMembership() { }

        public OfMembership(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The partnership.</summary>
        public string Partnership
        {
            get { return Get("partnership", Json.Text); }
            set { Set("partnership", value); }
        }

        /// <summary>The school, or central team.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }
    }

    /// <summary>Names a need.</summary>
    public sealed class OfNeed : View
    {
        public OfNeed() { }

        public OfNeed(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The need.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }
    }

    /// <summary>Names an objective.</summary>
    public sealed class OfObjective : View
    {
        public OfObjective() { }

        public OfObjective(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The objective.</summary>
        public string Objective
        {
            get { return Get("objective", Json.Text); }
            set { Set("objective", value); }
        }
    }

    /// <summary>Names one of a giver's people.</summary>
    public sealed class OfPerson : View
    {
        public OfPerson() { }

        public OfPerson(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The school or central team they work for.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>The person.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }
    }

    /// <summary>Names a request.</summary>
    public sealed class OfRequest : View
    {
        public OfRequest() { }

        public OfRequest(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The request.</summary>
        public string Request
        {
            get { return Get("request", Json.Text); }
            set { Set("request", value); }
        }
    }

    /// <summary>Names a review.</summary>
    public sealed class OfReview : View
    {
        public OfReview() { }

        public OfReview(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The review.</summary>
        public string Review
        {
            get { return Get("review", Json.Text); }
            set { Set("review", value); }
        }
    }

    /// <summary>Names a reviewer.</summary>
    public sealed class OfReviewer : View
    {
        public OfReviewer() { }

        public OfReviewer(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The school or central team they work for.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>The person.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }
    }

    /// <summary>Names a round.</summary>
    public sealed class OfRound : View
    {
        public OfRound() { }

        public OfRound(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The round.</summary>
        public string Round
        {
            get { return Get("round", Json.Text); }
            set { Set("round", value); }
        }
    }

    /// <summary>Names a self-evaluation.</summary>
    public sealed class OfSelfEvaluation : View
    {
        public OfSelfEvaluation() { }

        public OfSelfEvaluation(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The self-evaluation.</summary>
        public string SelfEvaluation
        {
            get { return Get("self_evaluation", Json.Text); }
            set { Set("self_evaluation", value); }
        }
    }

    /// <summary>Names a task of the protocol.</summary>
    public sealed class OfTask : View
    {
        public OfTask() { }

        public OfTask(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The task.</summary>
        public string Task
        {
            get { return Get("task", Json.Text); }
            set { Set("task", value); }
        }
    }

    /// <summary>Names a workshop.</summary>
    public sealed class OfWorkshop : View
    {
        public OfWorkshop() { }

        public OfWorkshop(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The workshop.</summary>
        public string Workshop
        {
            get { return Get("workshop", Json.Text); }
            set { Set("workshop", value); }
        }
    }

    /// <summary>What one school, or its central team, can lend in one term.</summary>
    public sealed class Offer : View
    {
        public Offer() { }

        public Offer(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The areas in which it can help.</summary>
        public List<string> Areas
        {
            get { return Get("areas", Json.ListOf(Json.Text)); }
            set { Set("areas", value); }
        }

        /// <summary>How many deployments it can have running at once.</summary>
        public long? AtOnce
        {
            get { return Get("at_once", Json.Whole); }
            set { Set("at_once", value); }
        }

        /// <summary>Its id.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>How much working time it can lend in a term.</summary>
        public long? PerTerm
        {
            get { return Get("per_term", Json.Whole); }
            set { Set("per_term", value); }
        }

        /// <summary>The rule that derived it from published signals, or none where the school declared it.</summary>
        public string Rule
        {
            get { return Get("rule", Json.Text); }
            set { Set("rule", value); }
        }

        /// <summary>The school that offers.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }
    }

    /// <summary>A cycle as it is opened.</summary>
    public sealed class OpenedCycle : View
    {
        public OpenedCycle() { }

        public OpenedCycle(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The school.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }

        /// <summary>Which turn of the loop it is, from 1.</summary>
        public long? Turn
        {
            get { return Get("turn", Json.Whole); }
            set { Set("turn", value); }
        }
    }

    /// <summary>An enquiry as it is opened.</summary>
    public sealed class OpenedEnquiry : View
    {
        public OpenedEnquiry() { }

        public OpenedEnquiry(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What of leadership it asks about, if it does.</summary>
        public string Domain
        {
            get { return Get("domain", Json.Text); }
            set { Set("domain", value); }
        }

        /// <summary>The enquiry.</summary>
        public string Enquiry
        {
            get { return Get("enquiry", Json.Text); }
            set { Set("enquiry", value); }
        }

        /// <summary>The need it is about, if it is about one.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>The review it belongs to, if it belongs to one.</summary>
        public string Review
        {
            get { return Get("review", Json.Text); }
            set { Set("review", value); }
        }
    }

    /// <summary>A network as it is opened.</summary>
    public sealed class OpenedNetwork : View
    {
        public OpenedNetwork() { }

        public OpenedNetwork(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The calendar by which its deadlines count.</summary>
        public SchoolCalendar Calendar
        {
            get { return Get("calendar", Json.ViewOf(fields => new SchoolCalendar(fields))); }
            set { Set("calendar", value); }
        }

        /// <summary>Its schools.</summary>
        public List<Member> Members
        {
            get { return Get("members", Json.ListOf(Json.ViewOf(fields => new Member(fields)))); }
            set { Set("members", value); }
        }

        /// <summary>The network.</summary>
        public string Network
        {
            get { return Get("network", Json.Text); }
            set { Set("network", value); }
        }
    }

    /// <summary>A round as it is opened: by which rules needs and offers are brought together, and what is sought.</summary>
    public sealed class OpenedRound : View
    {
        public OpenedRound() { }

        public OpenedRound(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Which needs, or reviews, take part.</summary>
        public string Basis
        {
            get { return Get("basis", Json.Text); }
            set { Set("basis", value); }
        }

        /// <summary>Which offers come into question for which needs.</summary>
        public CandidateRules Candidates
        {
            get { return Get("candidates", Json.ViewOf(fields => new CandidateRules(fields))); }
            set { Set("candidates", value); }
        }

        /// <summary>What a change must be worth once a placement is declined: points that a placement of the last plan
        /// counts more if it stays.</summary>
        public object ChangePrice
        {
            get { return Get("change_price", Json.Any); }
            set { Set("change_price", value); }
        }

        /// <summary>Who is asked about each placement before the plan can be confirmed.</summary>
        public List<string> Consults
        {
            get { return Get("consults", Json.ListOf(Json.Text)); }
            set { Set("consults", value); }
        }

        /// <summary>The first day of the help that it plans, where that is later than the day on which it is opened.</summary>
        public string From
        {
            get { return Get("from", Json.Text); }
            set { Set("from", value); }
        }

        /// <summary>What makes one plan better than another.</summary>
        public string Objective
        {
            get { return Get("objective", Json.Text); }
            set { Set("objective", value); }
        }

        /// <summary>The round.</summary>
        public string Round
        {
            get { return Get("round", Json.Text); }
            set { Set("round", value); }
        }
    }

    /// <summary>A network that is to be held.</summary>
    public sealed class Opening : View
    {
        public Opening() { }

        public Opening(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Other protocols at hand, to which cycles can be moved.</summary>
        public List<GivenProtocol> Also
        {
            get { return Get("also", Json.ListOf(Json.ViewOf(fields => new GivenProtocol(fields)))); }
            set { Set("also", value); }
        }

        /// <summary>The protocol under which it runs.</summary>
        public GivenProtocol Protocol
        {
            get { return Get("protocol", Json.ViewOf(fields => new GivenProtocol(fields))); }
            set { Set("protocol", value); }
        }
    }

    /// <summary>What should become of the help for a need.</summary>
    public static class Outcome
    {
        /// <summary>Go on as agreed.</summary>
        public const string Continue = "continue";
        /// <summary>Add a deployment.</summary>
        public const string Intensify = "intensify";
        /// <summary>Let the help fade.</summary>
        public const string Taper = "taper";
        /// <summary>Another giver.</summary>
        public const string Switch = "switch";
        /// <summary>A lower level of pressure.</summary>
        public const string StepDown = "step_down";
        /// <summary>A higher level of pressure, with its entitlement to support.</summary>
        public const string Escalate = "escalate";
        /// <summary>The need is met.</summary>
        public const string Close = "close";
    }

    /// <summary>Speaks of the cycle and says nothing more; why stands in the envelope.</summary>
    public sealed class OverCycle : View
    {
        public OverCycle() { }

        public OverCycle(Dictionary<string, object> fields) : base(fields) { }
    }

    /// <summary>An urgent override: forward, with a reason code and with permission, and recorded as such.</summary>
    public sealed class Override : View
    {
        public Override() { }

        public Override(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Conditions of the step that it lifts; none of the law.</summary>
        public List<object> Lifts
        {
            get { return Get("lifts", Json.ListOf(Json.Any)); }
            set { Set("lifts", value); }
        }

        /// <summary>Roles that may.</summary>
        public List<string> Roles
        {
            get { return Get("roles", Json.ListOf(Json.Text)); }
            set { Set("roles", value); }
        }
    }

    /// <summary>What a pause does to clocks.</summary>
    public static class PauseClocks
    {
        /// <summary>Days of a pause do not count.</summary>
        public const string Freeze = "freeze";
        /// <summary>They count.</summary>
        public const string Run = "run";
    }

    /// <summary>Which protocol a cycle runs under; pinned when the network is opened.</summary>
    public sealed class Pin : View
    {
        public Pin() { }

        public Pin(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its [hash][crate::protocol::hash], in hex.</summary>
        public string Hash
        {
            get { return Get("hash", Json.Text); }
            set { Set("hash", value); }
        }

        /// <summary>The protocol's name.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>Its version.</summary>
        public long? Version
        {
            get { return Get("version", Json.Whole); }
            set { Set("version", value); }
        }
    }

    /// <summary>A point on the national grid (OSGB36), in metres from its false origin.</summary>
    public sealed class Place : View
    {
        public Place() { }

        public Place(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Metres east of the false origin.</summary>
        public long? Easting
        {
            get { return Get("easting", Json.Whole); }
            set { Set("easting", value); }
        }

        /// <summary>Metres north of the false origin.</summary>
        public long? Northing
        {
            get { return Get("northing", Json.Whole); }
            set { Set("northing", value); }
        }
    }

    /// <summary>Who would help with what, or review whom: one unit of a plan.</summary>
    public sealed class Placement : View
    {
        public Placement() { }

        public Placement(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The cycle of the review, where it is a place in a team.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>The giver.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>The need, where it is help.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>Who would be lent, where the plan says so.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }

        /// <summary>The review, where it is a place in a team.</summary>
        public string Review
        {
            get { return Get("review", Json.Text); }
            set { Set("review", value); }
        }
    }

    /// <summary>A plan as it is stored. It claims; `crate::verify::verify` judges.
    ///
    /// # Shape
    /// Assignments by taker, then giver; unmet demand and prices by id. The same plan gives the same bytes.
    /// Unknown fields are refused on reading.</summary>
    public sealed class PlanFile : View
    {
        public PlanFile() { }

        public PlanFile(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The pairs used.</summary>
        public List<Assignment> Assignments
        {
            get { return Get("assignments", Json.ListOf(Json.ViewOf(fields => new Assignment(fields)))); }
            set { Set("assignments", value); }
        }

        /// <summary>What no plan can exceed, by the certificate. Under `Objective::Score` its units are those of
        /// the plan: the certificate proves the score alone.</summary>
        public Value Bound
        {
            get { return Get("bound", Json.ViewOf(fields => new Value(fields))); }
            set { Set("bound", value); }
        }

        /// <summary>The proof.</summary>
        public Certificate Certificate
        {
            get { return Get("certificate", Json.ViewOf(fields => new Certificate(fields))); }
            set { Set("certificate", value); }
        }

        /// <summary>What the plan is best at.</summary>
        public string Objective
        {
            get { return Get("objective", Json.Text); }
            set { Set("objective", value); }
        }

        /// <summary>What the plan achieves of its objective.</summary>
        public Value ObjectiveValue
        {
            get { return Get("objective_value", Json.ViewOf(fields => new Value(fields))); }
            set { Set("objective_value", value); }
        }

        /// <summary>Whether `objective_value` reaches `bound`.</summary>
        public bool? Optimal
        {
            get { return Get("optimal", Json.Flag); }
            set { Set("optimal", value); }
        }

        /// <summary>Which problem this is a plan for.</summary>
        public string ProblemHash
        {
            get { return Get("problem_hash", Json.Text); }
            set { Set("problem_hash", value); }
        }

        /// <summary>Sum of the scores of the pairs used.</summary>
        public object Score
        {
            get { return Get("score", Json.Any); }
            set { Set("score", value); }
        }

        /// <summary>Minimum loads and required pairs that the plan does not keep.</summary>
        public List<ShortEntry> Short
        {
            get { return Get("short", Json.ListOf(Json.ViewOf(fields => new ShortEntry(fields)))); }
            set { Set("short", value); }
        }

        /// <summary>Units of demand met.</summary>
        public long? Units
        {
            get { return Get("units", Json.Whole); }
            set { Set("units", value); }
        }

        /// <summary>The demand left unmet.</summary>
        public List<UnmetDemand> Unmet
        {
            get { return Get("unmet", Json.ListOf(Json.ViewOf(fields => new UnmetDemand(fields)))); }
            set { Set("unmet", value); }
        }
    }

    /// <summary>An action of a plan; its wording lives with the school.</summary>
    public sealed class PlannedAction : View
    {
        public PlannedAction() { }

        public PlannedAction(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The need it is for, if it is for one.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>The role of whoever owns it.</summary>
        public string Owner
        {
            get { return Get("owner", Json.Text); }
            set { Set("owner", value); }
        }

        /// <summary>The day on which it is looked at again.</summary>
        public string ReviewOn
        {
            get { return Get("review_on", Json.Text); }
            set { Set("review_on", value); }
        }

        /// <summary>Whether it says how success will be seen.</summary>
        public bool? SuccessMeasure
        {
            get { return Get("success_measure", Json.Flag); }
            set { Set("success_measure", value); }
        }
    }

    /// <summary>A progress review as it is planned.</summary>
    public sealed class PlannedProgressReview : View
    {
        public PlannedProgressReview() { }

        public PlannedProgressReview(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its day.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }

        /// <summary>The progress review.</summary>
        public string ProgressReview
        {
            get { return Get("progress_review", Json.Text); }
            set { Set("progress_review", value); }
        }
    }

    /// <summary>So many of so many: never more than all, never of nothing.</summary>
    public sealed class Portion : View
    {
        public Portion() { }

        public Portion(Dictionary<string, object> fields) : base(fields) { }

        public long? Of
        {
            get { return Get("of", Json.Whole); }
            set { Set("of", value); }
        }

        public long? Part
        {
            get { return Get("part", Json.Whole); }
            set { Set("part", value); }
        }
    }

    /// <summary>A post of leadership.</summary>
    public static class Post
    {
        /// <summary>The head, or head of school.</summary>
        public const string Head = "head";
        /// <summary>The executive leader above a head of school.</summary>
        public const string ExecutiveLeader = "executive_leader";
    }

    /// <summary>A level of pressure on a school, with the support that it entitles to.</summary>
    public sealed class PressureLevel : View
    {
        public PressureLevel() { }

        public PressureLevel(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its code.</summary>
        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        /// <summary>The kinds of support to which it entitles; pressure without support is no protocol.</summary>
        public List<string> EntitlesTo
        {
            get { return Get("entitles_to", Json.ListOf(Json.Text)); }
            set { Set("entitles_to", value); }
        }

        /// <summary>What people call it.</summary>
        public string Label
        {
            get { return Get("label", Json.Text); }
            set { Set("label", value); }
        }
    }

    /// <summary>What one more unit of a giver's capacity, or of a taker's demand, would add to the best plan at most.
    ///
    /// Ordered by minimums kept, then units, then score. Under `Objective::Score` the units are always 0.</summary>
    public sealed class Price : View
    {
        public Price() { }

        public Price(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Units of minimum loads and required pairs: 1 where one more unit here would let one more of them be
        /// kept, -1 where one is used here only because a minimum asks for it.</summary>
        public long? Kept
        {
            get { return Get("kept", Json.Whole); }
            set { Set("kept", value); }
        }

        /// <summary>Score; negative only where something before it is positive, or where a minimum binds.</summary>
        public object Score
        {
            get { return Get("score", Json.Any); }
            set { Set("score", value); }
        }

        /// <summary>Units of demand: 1 where capacity here would let one more need be met.</summary>
        public long? Units
        {
            get { return Get("units", Json.Whole); }
            set { Set("units", value); }
        }
    }

    /// <summary>The price of one unit of a limit.</summary>
    public sealed class PriceEntry : View
    {
        public PriceEntry() { }

        public PriceEntry(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The id.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>The price of one unit.</summary>
        public object Price
        {
            get { return Get("price", Json.Any); }
            set { Set("price", value); }
        }
    }

    /// <summary>How an objective comes on.</summary>
    public sealed class ProgressNote : View
    {
        public ProgressNote() { }

        public ProgressNote(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Where it is heading.</summary>
        public string Direction
        {
            get { return Get("direction", Json.Text); }
            set { Set("direction", value); }
        }

        /// <summary>The objective.</summary>
        public string Objective
        {
            get { return Get("objective", Json.Text); }
            set { Set("objective", value); }
        }

        /// <summary>How it stands.</summary>
        public string Rating
        {
            get { return Get("rating", Json.Text); }
            set { Set("rating", value); }
        }
    }

    /// <summary>Who should help with what.</summary>
    public sealed class Proposal : View
    {
        public Proposal() { }

        public Proposal(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The deployment.</summary>
        public string Deployment
        {
            get { return Get("deployment", Json.Text); }
            set { Set("deployment", value); }
        }

        /// <summary>The first day of work, where it is known; otherwise capacity is held from now on.</summary>
        public string From
        {
            get { return Get("from", Json.Text); }
            set { Set("from", value); }
        }

        /// <summary>The school that would help.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>How much working time it takes in a term: the protocol's size.</summary>
        public long? HalfDays
        {
            get { return Get("half_days", Json.Whole); }
            set { Set("half_days", value); }
        }

        /// <summary>In what form the help comes.</summary>
        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        /// <summary>For an executive leader: how many schools they would then lead, this one included.</summary>
        public long? Leads
        {
            get { return Get("leads", Json.Whole); }
            set { Set("leads", value); }
        }

        /// <summary>The need it is for.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>Who would be deployed, once that is known.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }

        /// <summary>For somebody who leads a school of their own and would leave it: whether that post is covered.</summary>
        public bool? PostCovered
        {
            get { return Get("post_covered", Json.Flag); }
            set { Set("post_covered", value); }
        }

        /// <summary>The round whose confirmed plan it comes from.</summary>
        public string Round
        {
            get { return Get("round", Json.Text); }
            set { Set("round", value); }
        }

        /// <summary>The last day of work, where it is known; otherwise capacity is held until the help is agreed, or ends.</summary>
        public string To
        {
            get { return Get("to", Json.Text); }
            set { Set("to", value); }
        }
    }

    /// <summary>A plan that is put forward.</summary>
    public sealed class ProposedPlan : View
    {
        public ProposedPlan() { }

        public ProposedPlan(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Which need each taker id of the plan stands for.</summary>
        public Dictionary<string, string> Needs
        {
            get { return Get("needs", Json.MapOf(Json.Text)); }
            set { Set("needs", value); }
        }

        /// <summary>Which person each giver id of the plan stands for, where givers are people.</summary>
        public Dictionary<string, string> People
        {
            get { return Get("people", Json.MapOf(Json.Text)); }
            set { Set("people", value); }
        }

        /// <summary>The plan with its certificate, as `plan.json` has it.</summary>
        public PlanFile Plan
        {
            get { return Get("plan", Json.ViewOf(fields => new PlanFile(fields))); }
            set { Set("plan", value); }
        }

        /// <summary>Which review each taker id of the plan stands for, where teams are sought.</summary>
        public Dictionary<string, ReviewOfCycle> Reviews
        {
            get { return Get("reviews", Json.MapOf(Json.ViewOf(fields => new ReviewOfCycle(fields)))); }
            set { Set("reviews", value); }
        }

        /// <summary>The round.</summary>
        public string Round
        {
            get { return Get("round", Json.Text); }
            set { Set("round", value); }
        }
    }

    /// <summary>A protocol as somebody wrote it, before it is compiled to `Rules`.
    ///
    /// A step that it does not mention is left out: nobody may do it. What has a default may be left out, and a
    /// default that is written out is the same protocol, with the same hash.</summary>
    public sealed class Protocol : View
    {
        public Protocol() { }

        public Protocol(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What a person holds before they are deployable, each with its label.</summary>
        public Dictionary<string, string> Accreditations
        {
            get { return Get("accreditations", Json.MapOf(Json.Text)); }
            set { Set("accreditations", value); }
        }

        /// <summary>Kinds of work within a deployment, each with its label.</summary>
        public Dictionary<string, string> Activities
        {
            get { return Get("activities", Json.MapOf(Json.Text)); }
            set { Set("activities", value); }
        }

        /// <summary>Decisions of its own.</summary>
        public Dictionary<string, ApprovalRule> Approvals
        {
            get { return Get("approvals", Json.MapOf(Json.ViewOf(fields => new ApprovalRule(fields)))); }
            set { Set("approvals", value); }
        }

        /// <summary>What an objective can be about, each area with its label. None where it can be about any.</summary>
        public Dictionary<string, string> Areas
        {
            get { return Get("areas", Json.MapOf(Json.Text)); }
            set { Set("areas", value); }
        }

        /// <summary>How often each channel watches a need that is being helped, where no category says otherwise.</summary>
        public Dictionary<string, Span> Cadences
        {
            get { return Get("cadences", Json.MapOf(Json.ViewOf(fields => new Span(fields)))); }
            set { Set("cadences", value); }
        }

        /// <summary>Categories of monitoring, from the strongest school to the weakest.</summary>
        public List<Category> Categories
        {
            get { return Get("categories", Json.ListOf(Json.ViewOf(fields => new Category(fields)))); }
            set { Set("categories", value); }
        }

        /// <summary>How often the school is put into a category anew.</summary>
        public Span CategorisedEvery
        {
            get { return Get("categorised_every", Json.ViewOf(fields => new Span(fields))); }
            set { Set("categorised_every", value); }
        }

        /// <summary>Roles whose consent a deployment needs.</summary>
        public List<string> Consents
        {
            get { return Get("consents", Json.ListOf(Json.Text)); }
            set { Set("consents", value); }
        }

        /// <summary>Whether one person can give one consent only, whatever roles they hold.</summary>
        public bool? ConsentsByDifferentPeople
        {
            get { return Get("consents_by_different_people", Json.Flag); }
            set { Set("consents_by_different_people", value); }
        }

        /// <summary>What is due after what.</summary>
        public List<Deadline> Deadlines
        {
            get { return Get("deadlines", Json.ListOf(Json.ViewOf(fields => new Deadline(fields)))); }
            set { Set("deadlines", value); }
        }

        /// <summary>What counts as evidence, and when there is enough of it.</summary>
        public EvidenceRule Evidence
        {
            get { return Get("evidence", Json.ViewOf(fields => new EvidenceRule(fields))); }
            set { Set("evidence", value); }
        }

        /// <summary>How many schools an executive leader leads at most, if that is limited.</summary>
        public long? ExecutiveSpan
        {
            get { return Get("executive_span", Json.Whole); }
            set { Set("executive_span", value); }
        }

        /// <summary>Ways in which a deployment comes to its end, each with its label.</summary>
        public Dictionary<string, string> Exits
        {
            get { return Get("exits", Json.MapOf(Json.Text)); }
            set { Set("exits", value); }
        }

        /// <summary>Facts that the embedder's own rules establish, each with its label.</summary>
        public Dictionary<string, string> Facts
        {
            get { return Get("facts", Json.MapOf(Json.Text)); }
            set { Set("facts", value); }
        }

        /// <summary>What is watched in the first weeks of support.</summary>
        public FirstWeeksRule FirstWeeks
        {
            get { return Get("first_weeks", Json.ViewOf(fields => new FirstWeeksRule(fields))); }
            set { Set("first_weeks", value); }
        }

        /// <summary>Its name, stable over versions.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>What is seen half-way through a deployment.</summary>
        public MidTermRule MidTerm
        {
            get { return Get("mid_term", Json.ViewOf(fields => new MidTermRule(fields))); }
            set { Set("mid_term", value); }
        }

        /// <summary>Milestones of its own; their order is a graph.</summary>
        public List<Milestone> Milestones
        {
            get { return Get("milestones", Json.ListOf(Json.ViewOf(fields => new Milestone(fields)))); }
            set { Set("milestones", value); }
        }

        /// <summary>What closing something does to what is open in it, where the default does not do.</summary>
        public Dictionary<string, Dictionary<string, string>> MovingOn
        {
            get { return Get("moving_on", Json.MapOf(Json.MapOf(Json.Text))); }
            set { Set("moving_on", value); }
        }

        /// <summary>What a pause does to clocks.</summary>
        public string OnPause
        {
            get { return Get("on_pause", Json.Text); }
            set { Set("on_pause", value); }
        }

        /// <summary>Parts of the due diligence on a joiner, each with its label.</summary>
        public Dictionary<string, string> Parts
        {
            get { return Get("parts", Json.MapOf(Json.Text)); }
            set { Set("parts", value); }
        }

        /// <summary>The phases that a need goes through; one that is left out is passed over.</summary>
        public List<string> Phases
        {
            get { return Get("phases", Json.ListOf(Json.Text)); }
            set { Set("phases", value); }
        }

        /// <summary>Powers that can be used after an escalation, each with its label.</summary>
        public Dictionary<string, string> Powers
        {
            get { return Get("powers", Json.MapOf(Json.Text)); }
            set { Set("powers", value); }
        }

        /// <summary>Levels of pressure, the lightest first, each with the support that it entitles to.</summary>
        public List<PressureLevel> Pressure
        {
            get { return Get("pressure", Json.ListOf(Json.ViewOf(fields => new PressureLevel(fields)))); }
            set { Set("pressure", value); }
        }

        /// <summary>How progress is found in a progress review, each with its label.</summary>
        public Dictionary<string, string> Progress
        {
            get { return Get("progress", Json.MapOf(Json.Text)); }
            set { Set("progress", value); }
        }

        /// <summary>On which branches progress can be found so; on all where an outcome is not named.</summary>
        public Dictionary<string, List<Branch>> ProgressWhen
        {
            get { return Get("progress_when", Json.MapOf(Json.ListOf(Json.ViewOf(fields => new Branch(fields))))); }
            set { Set("progress_when", value); }
        }

        /// <summary>When a recommendation follows from what was seen.</summary>
        public ReallocationRule Reallocation
        {
            get { return Get("reallocation", Json.ViewOf(fields => new ReallocationRule(fields))); }
            set { Set("reallocation", value); }
        }

        /// <summary>Why something can be done: the codes among which a reason is chosen, each with its label. None where
        /// any code will do.</summary>
        public Dictionary<string, string> Reasons
        {
            get { return Get("reasons", Json.MapOf(Json.Text)); }
            set { Set("reasons", value); }
        }

        /// <summary>How many years a closed cycle is kept; none where it is kept until somebody decides.</summary>
        public long? RetentionYears
        {
            get { return Get("retention_years", Json.Whole); }
            set { Set("retention_years", value); }
        }

        /// <summary>Who takes part: every role that the protocol speaks of, with its label.</summary>
        public Dictionary<string, string> Roles
        {
            get { return Get("roles", Json.MapOf(Json.Text)); }
            set { Set("roles", value); }
        }

        /// <summary>The size of one deployment in a term, by kind; kinds that are not named are not deployed.</summary>
        public Dictionary<string, long?> Sizes
        {
            get { return Get("sizes", Json.MapOf(Json.Whole)); }
            set { Set("sizes", value); }
        }

        /// <summary>Where its facts and numbers come from.</summary>
        public List<string> Sources
        {
            get { return Get("sources", Json.ListOf(Json.Text)); }
            set { Set("sources", value); }
        }

        /// <summary>Who may do what, under which conditions.</summary>
        public Dictionary<string, Step> Steps
        {
            get { return Get("steps", Json.MapOf(Json.ViewOf(fields => new Step(fields)))); }
            set { Set("steps", value); }
        }

        /// <summary>Tasks of its own, in the order in which people read them.</summary>
        public List<Task> Tasks
        {
            get { return Get("tasks", Json.ListOf(Json.ViewOf(fields => new Task(fields)))); }
            set { Set("tasks", value); }
        }

        /// <summary>Who makes up a review team.</summary>
        public TeamRule Team
        {
            get { return Get("team", Json.ViewOf(fields => new TeamRule(fields))); }
            set { Set("team", value); }
        }

        /// <summary>What people call it.</summary>
        public string Title
        {
            get { return Get("title", Json.Text); }
            set { Set("title", value); }
        }

        /// <summary>Its version, from 1.</summary>
        public long? Version
        {
            get { return Get("version", Json.Whole); }
            set { Set("version", value); }
        }

        /// <summary>Who sees machines of a kind; kinds that are not named are seen by every role of the cycle.</summary>
        public Dictionary<string, List<string>> Visibility
        {
            get { return Get("visibility", Json.MapOf(Json.ListOf(Json.Text))); }
            set { Set("visibility", value); }
        }

        /// <summary>How long a review visit takes.</summary>
        public VisitRule Visit
        {
            get { return Get("visit", Json.ViewOf(fields => new VisitRule(fields))); }
            set { Set("visit", value); }
        }

        /// <summary>How much is asked of a school at most, and when it is left alone.</summary>
        public Workload Workload
        {
            get { return Get("workload", Json.ViewOf(fields => new Workload(fields))); }
            set { Set("workload", value); }
        }
    }

    /// <summary>A challenge as it is raised.</summary>
    public sealed class RaisedChallenge : View
    {
        public RaisedChallenge() { }

        public RaisedChallenge(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The challenge.</summary>
        public string Challenge
        {
            get { return Get("challenge", Json.Text); }
            set { Set("challenge", value); }
        }

        /// <summary>The need it is about, if it is about one.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }
    }

    /// <summary>A concern as it is raised.</summary>
    public sealed class RaisedConcern : View
    {
        public RaisedConcern() { }

        public RaisedConcern(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The concern.</summary>
        public string Concern
        {
            get { return Get("concern", Json.Text); }
            set { Set("concern", value); }
        }

        /// <summary>The need it is about, if it is about one.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }
    }

    /// <summary>How something comes on, with its direction left to the next note.</summary>
    public static class Rating
    {
        /// <summary>Off course.</summary>
        public const string Red = "red";
        /// <summary>Partly on course.</summary>
        public const string Amber = "amber";
        /// <summary>On course.</summary>
        public const string Green = "green";
    }

    /// <summary>How many givers there are to be for so many takers, as in 3 : 1.</summary>
    public sealed class RatioRule : View
    {
        public RatioRule() { }

        public RatioRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What becomes of a wish that would take the partnership below.</summary>
        public string Below
        {
            get { return Get("below", Json.Text); }
            set { Set("below", value); }
        }

        /// <summary>So many givers …</summary>
        public long? Givers
        {
            get { return Get("givers", Json.Whole); }
            set { Set("givers", value); }
        }

        /// <summary>… for so many takers; at least one.</summary>
        public long? Takers
        {
            get { return Get("takers", Json.Whole); }
            set { Set("takers", value); }
        }
    }

    /// <summary>Thresholds of the rule that recommends what becomes of help.</summary>
    public sealed class ReallocationRule : View
    {
        public ReallocationRule() { }

        public ReallocationRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Green ones among them that close a need.</summary>
        public long? GreensToClose
        {
            get { return Get("greens_to_close", Json.Whole); }
            set { Set("greens_to_close", value); }
        }

        /// <summary>Green ones among them that let help fade.</summary>
        public long? GreensToTaper
        {
            get { return Get("greens_to_taper", Json.Whole); }
            set { Set("greens_to_taper", value); }
        }

        /// <summary>Channels that must have spoken among them before anything but *continue* is recommended.</summary>
        public long? LeastChannels
        {
            get { return Get("least_channels", Json.Whole); }
            set { Set("least_channels", value); }
        }

        /// <summary>Red ones among them that change the giver rather than add one.</summary>
        public long? RedsToSwitch
        {
            get { return Get("reds_to_switch", Json.Whole); }
            set { Set("reds_to_switch", value); }
        }

        /// <summary>How many of the latest observations count.</summary>
        public long? Window
        {
            get { return Get("window", Json.Whole); }
            set { Set("window", value); }
        }
    }

    /// <summary>A reason for a recommendation: a code with its parameters.</summary>
    public sealed class Reason : View
    {
        public Reason() { }

        public Reason(Dictionary<string, object> fields) : base(fields) { }

        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        public object Params
        {
            get { return Get("params", Json.Any); }
            set { Set("params", value); }
        }

        /// <summary>The last formal review since help began.</summary>
        public static Reason OfFormalReview(object content)
        {
            var it = new Reason();
            it.Set("code", "formal_review");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `formal_review`; null where it is not.</summary>
        public object AsFormalReview
        {
            get { return Is("code", "formal_review") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>How the latest observations were rated.</summary>
        public static Reason OfRecent(object content)
        {
            var it = new Reason();
            it.Set("code", "recent");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `recent`; null where it is not.</summary>
        public object AsRecent
        {
            get { return Is("code", "recent") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>Fewer kinds of evidence than the protocol asks for.</summary>
        public static Reason OfUntriangulated(object content)
        {
            var it = new Reason();
            it.Set("code", "untriangulated");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `untriangulated`; null where it is not.</summary>
        public object AsUntriangulated
        {
            get { return Is("code", "untriangulated") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>A change was tried before.</summary>
        public static Reason OfTriedBefore(object content)
        {
            var it = new Reason();
            it.Set("code", "tried_before");
            it.Set("params", content);
            return it;
        }

        /// <summary>What it holds where it is `tried_before`; null where it is not.</summary>
        public object AsTriedBefore
        {
            get { return Is("code", "tried_before") ? Get("params", Json.Any) : default(object); }
        }

        /// <summary>The last formal review points the other way than the other observations.</summary>
        public static Reason OfContradicted()
        {
            var it = new Reason();
            it.Set("code", "contradicted");
            return it;
        }
    }

    /// <summary>A recommendation with its reasons.</summary>
    public sealed class Recommended : View
    {
        public Recommended() { }

        public Recommended(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The decision it asks for.</summary>
        public string Decision
        {
            get { return Get("decision", Json.Text); }
            set { Set("decision", value); }
        }

        /// <summary>The need it is about.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>What is recommended.</summary>
        public string Outcome
        {
            get { return Get("outcome", Json.Text); }
            set { Set("outcome", value); }
        }

        /// <summary>Why, the weightiest first.</summary>
        public List<Reason> Reasons
        {
            get { return Get("reasons", Json.ListOf(Json.ViewOf(fields => new Reason(fields)))); }
            set { Set("reasons", value); }
        }
    }

    /// <summary>A recommendation on a decision that the protocol asks for.</summary>
    public sealed class RecommendedApproval : View
    {
        public RecommendedApproval() { }

        public RecommendedApproval(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The approval.</summary>
        public string Approval
        {
            get { return Get("approval", Json.Text); }
            set { Set("approval", value); }
        }

        /// <summary>Which decision of the protocol it is.</summary>
        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        /// <summary>What is recommended: an outcome of that decision.</summary>
        public string Outcome
        {
            get { return Get("outcome", Json.Text); }
            set { Set("outcome", value); }
        }
    }

    /// <summary>A first contact with those whom the school is for and those who work there.</summary>
    public sealed class RecordedContact : View
    {
        public RecordedContact() { }

        public RecordedContact(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The deployment.</summary>
        public string Deployment
        {
            get { return Get("deployment", Json.Text); }
            set { Set("deployment", value); }
        }

        /// <summary>When.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }

        /// <summary>With whom.</summary>
        public string With
        {
            get { return Get("with", Json.Text); }
            set { Set("with", value); }
        }
    }

    /// <summary>A piece of evidence: its kind and its day, never its content.</summary>
    public sealed class RecordedEvidence : View
    {
        public RecordedEvidence() { }

        public RecordedEvidence(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The enquiry it is for.</summary>
        public string Enquiry
        {
            get { return Get("enquiry", Json.Text); }
            set { Set("enquiry", value); }
        }

        /// <summary>The evidence.</summary>
        public string Evidence
        {
            get { return Get("evidence", Json.Text); }
            set { Set("evidence", value); }
        }

        /// <summary>What kind of evidence it is.</summary>
        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        /// <summary>The day it is from.</summary>
        public string On
        {
            get { return Get("on", Json.Text); }
            set { Set("on", value); }
        }
    }

    /// <summary>How progress was found.</summary>
    public sealed class RecordedProgressReview : View
    {
        public RecordedProgressReview() { }

        public RecordedProgressReview(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The day of the next one, after this one, if there is to be one.</summary>
        public string Next
        {
            get { return Get("next", Json.Text); }
            set { Set("next", value); }
        }

        /// <summary>Overall, from the protocol's words; *not taken place* is one of them where the protocol says so.</summary>
        public string Overall
        {
            get { return Get("overall", Json.Text); }
            set { Set("overall", value); }
        }

        /// <summary>The progress review.</summary>
        public string ProgressReview
        {
            get { return Get("progress_review", Json.Text); }
            set { Set("progress_review", value); }
        }
    }

    /// <summary>A need as it was reported.</summary>
    public sealed class ReportedNeed : View
    {
        public ReportedNeed() { }

        public ReportedNeed(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The need.</summary>
        public Need Need
        {
            get { return Get("need", Json.ViewOf(fields => new Need(fields))); }
            set { Set("need", value); }
        }
    }

    /// <summary>What is asked. On the wire it is `{"type","data"}`; `data` may be left out where it says nothing.</summary>
    public sealed class Request : View
    {
        public Request() { }

        public Request(Dictionary<string, object> fields) : base(fields) { }

        public object Data
        {
            get { return Get("data", Json.Any); }
            set { Set("data", value); }
        }

        public string Type
        {
            get { return Get("type", Json.Text); }
            set { Set("type", value); }
        }

        /// <summary>Hold a network that has no entry yet, under a protocol. Its first command is `open_network`.</summary>
        public static Request OfOpen(Opening content)
        {
            var it = new Request();
            it.Set("type", "open");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `open`; null where it is not.</summary>
        public Opening AsOpen
        {
            get { return Is("type", "open") ? Get("data", Json.ViewOf(fields => new Opening(fields))) : default(Opening); }
        }

        /// <summary>Hold a network as a snapshot has it.</summary>
        public static Request OfRestore(Restoring content)
        {
            var it = new Request();
            it.Set("type", "restore");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `restore`; null where it is not.</summary>
        public Restoring AsRestore
        {
            get { return Is("type", "restore") ? Get("data", Json.ViewOf(fields => new Restoring(fields))) : default(Restoring); }
        }

        /// <summary>Hold a network no longer. Its log is the host's, and nothing is written anywhere.</summary>
        public static Request OfClose(Nothing content)
        {
            var it = new Request();
            it.Set("type", "close");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `close`; null where it is not.</summary>
        public Nothing AsClose
        {
            get { return Is("type", "close") ? Get("data", Json.ViewOf(fields => new Nothing(fields))) : default(Nothing); }
        }

        /// <summary>List the networks that are held; it is about none of them.</summary>
        public static Request OfNetworks(Nothing content)
        {
            var it = new Request();
            it.Set("type", "networks");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `networks`; null where it is not.</summary>
        public Nothing AsNetworks
        {
            get { return Is("type", "networks") ? Get("data", Json.ViewOf(fields => new Nothing(fields))) : default(Nothing); }
        }

        /// <summary>Judge a command and change nothing.</summary>
        public static Request OfDecide(AskedCommand content)
        {
            var it = new Request();
            it.Set("type", "decide");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `decide`; null where it is not.</summary>
        public AskedCommand AsDecide
        {
            get { return Is("type", "decide") ? Get("data", Json.ViewOf(fields => new AskedCommand(fields))) : default(AskedCommand); }
        }

        /// <summary>Judge a command and apply it where it is allowed. The lines of the answer go to the log.</summary>
        public static Request OfApply(AskedCommand content)
        {
            var it = new Request();
            it.Set("type", "apply");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `apply`; null where it is not.</summary>
        public AskedCommand AsApply
        {
            get { return Is("type", "apply") ? Get("data", Json.ViewOf(fields => new AskedCommand(fields))) : default(AskedCommand); }
        }

        /// <summary>Why a command would be refused, and who could lift each reason; nothing where it is allowed.</summary>
        public static Request OfExplain(AskedCommand content)
        {
            var it = new Request();
            it.Set("type", "explain");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `explain`; null where it is not.</summary>
        public AskedCommand AsExplain
        {
            get { return Is("type", "explain") ? Get("data", Json.ViewOf(fields => new AskedCommand(fields))) : default(AskedCommand); }
        }

        /// <summary>Apply lines of a stored log, all of them or none. They are not judged again.</summary>
        public static Request OfEvolve(StoredLines content)
        {
            var it = new Request();
            it.Set("type", "evolve");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `evolve`; null where it is not.</summary>
        public StoredLines AsEvolve
        {
            get { return Is("type", "evolve") ? Get("data", Json.ViewOf(fields => new StoredLines(fields))) : default(StoredLines); }
        }

        /// <summary>What a caller may do in a cycle now, and what not and why.</summary>
        public static Request OfActions(AskedActions content)
        {
            var it = new Request();
            it.Set("type", "actions");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `actions`; null where it is not.</summary>
        public AskedActions AsActions
        {
            get { return Is("type", "actions") ? Get("data", Json.ViewOf(fields => new AskedActions(fields))) : default(AskedActions); }
        }

        /// <summary>What is due, with grace, close, reminders and what is overdue.</summary>
        public static Request OfClocks(AskedTimes content)
        {
            var it = new Request();
            it.Set("type", "clocks");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `clocks`; null where it is not.</summary>
        public AskedTimes AsClocks
        {
            get { return Is("type", "clocks") ? Get("data", Json.ViewOf(fields => new AskedTimes(fields))) : default(AskedTimes); }
        }

        /// <summary>What waits for a person.</summary>
        public static Request OfTasks(AskedTasks content)
        {
            var it = new Request();
            it.Set("type", "tasks");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `tasks`; null where it is not.</summary>
        public AskedTasks AsTasks
        {
            get { return Is("type", "tasks") ? Get("data", Json.ViewOf(fields => new AskedTasks(fields))) : default(AskedTasks); }
        }

        /// <summary>What stands although it should not.</summary>
        public static Request OfCheck(AskedTimes content)
        {
            var it = new Request();
            it.Set("type", "check");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `check`; null where it is not.</summary>
        public AskedTimes AsCheck
        {
            get { return Is("type", "check") ? Get("data", Json.ViewOf(fields => new AskedTimes(fields))) : default(AskedTimes); }
        }

        /// <summary>What is late anywhere in the network, the longest overdue first.</summary>
        public static Request OfOverdue(AskedMoment content)
        {
            var it = new Request();
            it.Set("type", "overdue");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `overdue`; null where it is not.</summary>
        public AskedMoment AsOverdue
        {
            get { return Is("type", "overdue") ? Get("data", Json.ViewOf(fields => new AskedMoment(fields))) : default(AskedMoment); }
        }

        /// <summary>What the rule recommends for every need that is watched, and what that would free or ask for.</summary>
        public static Request OfReallocation(AskedReallocation content)
        {
            var it = new Request();
            it.Set("type", "reallocation");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `reallocation`; null where it is not.</summary>
        public AskedReallocation AsReallocation
        {
            get { return Is("type", "reallocation") ? Get("data", Json.ViewOf(fields => new AskedReallocation(fields))) : default(AskedReallocation); }
        }

        /// <summary>What would have had to be observed otherwise for another recommendation.</summary>
        public static Request OfCounterfactual(AskedCounterfactual content)
        {
            var it = new Request();
            it.Set("type", "counterfactual");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `counterfactual`; null where it is not.</summary>
        public AskedCounterfactual AsCounterfactual
        {
            get { return Is("type", "counterfactual") ? Get("data", Json.ViewOf(fields => new AskedCounterfactual(fields))) : default(AskedCounterfactual); }
        }

        /// <summary>How help is spread over schools with more and with fewer disadvantaged pupils.</summary>
        public static Request OfAllocation(AskedAllocation content)
        {
            var it = new Request();
            it.Set("type", "allocation");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `allocation`; null where it is not.</summary>
        public AskedAllocation AsAllocation
        {
            get { return Is("type", "allocation") ? Get("data", Json.ViewOf(fields => new AskedAllocation(fields))) : default(AskedAllocation); }
        }

        /// <summary>A cycle as it stands.</summary>
        public static Request OfView(AskedView content)
        {
            var it = new Request();
            it.Set("type", "view");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `view`; null where it is not.</summary>
        public AskedView AsView
        {
            get { return Is("type", "view") ? Get("data", Json.ViewOf(fields => new AskedView(fields))) : default(AskedView); }
        }

        /// <summary>The network beside its cycles: members, ledgers, rounds, and which cycles there are.</summary>
        public static Request OfOverview(AskedOverview content)
        {
            var it = new Request();
            it.Set("type", "overview");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `overview`; null where it is not.</summary>
        public AskedOverview AsOverview
        {
            get { return Is("type", "overview") ? Get("data", Json.ViewOf(fields => new AskedOverview(fields))) : default(AskedOverview); }
        }

        /// <summary>The whole network in one value, to be restored.</summary>
        public static Request OfSnapshot(Nothing content)
        {
            var it = new Request();
            it.Set("type", "snapshot");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `snapshot`; null where it is not.</summary>
        public Nothing AsSnapshot
        {
            get { return Is("type", "snapshot") ? Get("data", Json.ViewOf(fields => new Nothing(fields))) : default(Nothing); }
        }

        /// <summary>Lines of the log from a place on.</summary>
        public static Request OfLog(AskedLog content)
        {
            var it = new Request();
            it.Set("type", "log");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `log`; null where it is not.</summary>
        public AskedLog AsLog
        {
            get { return Is("type", "log") ? Get("data", Json.ViewOf(fields => new AskedLog(fields))) : default(AskedLog); }
        }

        /// <summary>How far the log and each of its streams have come.</summary>
        public static Request OfPosition(Nothing content)
        {
            var it = new Request();
            it.Set("type", "position");
            it.Set("data", content);
            return it;
        }

        /// <summary>What it holds where it is `position`; null where it is not.</summary>
        public Nothing AsPosition
        {
            get { return Is("type", "position") ? Get("data", Json.ViewOf(fields => new Nothing(fields))) : default(Nothing); }
        }
    }

    /// <summary>What is asked for.</summary>
    public static class RequestKind
    {
        /// <summary>A consent.</summary>
        public const string Consent = "consent";
        /// <summary>A declaration of interests.</summary>
        public const string ConflictDeclaration = "conflict_declaration";
        /// <summary>A document.</summary>
        public const string Document = "document";
    }

    /// <summary>An observation with another rating.</summary>
    public sealed class Rerated : View
    {
        public Rerated() { }

        public Rerated(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its place.</summary>
        public long? Observation
        {
            get { return Get("observation", Json.Whole); }
            set { Set("observation", value); }
        }

        /// <summary>The rating that is supposed.</summary>
        public string Rating
        {
            get { return Get("rating", Json.Text); }
            set { Set("rating", value); }
        }
    }

    /// <summary>A snapshot that is to be held as a network.</summary>
    public sealed class Restoring : View
    {
        public Restoring() { }

        public Restoring(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What `snapshot` answered.</summary>
        public Snapshot Snapshot
        {
            get { return Get("snapshot", Json.ViewOf(fields => new Snapshot(fields))); }
            set { Set("snapshot", value); }
        }
    }

    /// <summary>A review of a cycle.</summary>
    public sealed class ReviewOfCycle : View
    {
        public ReviewOfCycle() { }

        public ReviewOfCycle(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The cycle.</summary>
        public string Cycle
        {
            get { return Get("cycle", Json.Text); }
            set { Set("cycle", value); }
        }

        /// <summary>The review.</summary>
        public string Review
        {
            get { return Get("review", Json.Text); }
            set { Set("review", value); }
        }
    }

    /// <summary>What the answer came to.</summary>
    public sealed class ReviewedRequest : View
    {
        public ReviewedRequest() { }

        public ReviewedRequest(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether nothing stands in the way.</summary>
        public bool? Clear
        {
            get { return Get("clear", Json.Flag); }
            set { Set("clear", value); }
        }

        /// <summary>The request.</summary>
        public string Request
        {
            get { return Get("request", Json.Text); }
            set { Set("request", value); }
        }
    }

    /// <summary>A member of a review team.</summary>
    public sealed class Reviewer : View
    {
        public Reviewer() { }

        public Reviewer(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether they have shadowed a review before.</summary>
        public bool? HasShadowed
        {
            get { return Get("has_shadowed", Json.Flag); }
            set { Set("has_shadowed", value); }
        }

        /// <summary>The person, under a pseudonym.</summary>
        public string Person
        {
            get { return Get("person", Json.Text); }
            set { Set("person", value); }
        }

        /// <summary>The school from which they come.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }
    }

    /// <summary>When a visit takes place.</summary>
    public sealed class ScheduledVisit : View
    {
        public ScheduledVisit() { }

        public ScheduledVisit(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The review.</summary>
        public string Review
        {
            get { return Get("review", Json.Text); }
            set { Set("review", value); }
        }

        /// <summary>The last day, where it takes more than one.</summary>
        public string Until
        {
            get { return Get("until", Json.Text); }
            set { Set("until", value); }
        }

        /// <summary>The day; the first, where it takes more than one.</summary>
        public string Visit
        {
            get { return Get("visit", Json.Text); }
            set { Set("visit", value); }
        }
    }

    /// <summary>Terms with their half terms, bank holidays and closures, over one or more school years.
    ///
    /// Lookups are binary searches over sorted days: O(log days).</summary>
    public sealed class SchoolCalendar : View
    {
        public SchoolCalendar() { }

        public SchoolCalendar(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Days on which nobody works.</summary>
        public List<string> BankHolidays
        {
            get { return Get("bank_holidays", Json.ListOf(Json.Text)); }
            set { Set("bank_holidays", value); }
        }

        /// <summary>Further days on which these schools are closed although a term runs, such as training days.</summary>
        public List<string> Closures
        {
            get { return Get("closures", Json.ListOf(Json.Text)); }
            set { Set("closures", value); }
        }

        /// <summary>Terms, the earliest first.</summary>
        public List<Term> Terms
        {
            get { return Get("terms", Json.ListOf(Json.ViewOf(fields => new Term(fields)))); }
            set { Set("terms", value); }
        }

        /// <summary>Stretches that are kept free of visits and requests.</summary>
        public List<Window> Windows
        {
            get { return Get("windows", Json.ListOf(Json.ViewOf(fields => new Window(fields)))); }
            set { Set("windows", value); }
        }
    }

    /// <summary>What a school is called by where its id would say nothing to a reader.</summary>
    public sealed class SchoolReference : View
    {
        public SchoolReference() { }

        public SchoolReference(Dictionary<string, object> fields) : base(fields) { }

        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        public long? Number
        {
            get { return Get("number", Json.Whole); }
            set { Set("number", value); }
        }

        /// <summary>Its number in the public register.</summary>
        public static SchoolReference OfUrn(long? content)
        {
            var it = new SchoolReference();
            it.Set("kind", "urn");
            it.Set("number", content);
            return it;
        }

        /// <summary>What it holds where it is `urn`; null where it is not.</summary>
        public long? AsUrn
        {
            get { return Is("kind", "urn") ? Get("number", Json.Whole) : default(long?); }
        }

        /// <summary>A number that says nothing about which school it is.</summary>
        public static SchoolReference OfPseudonym(long? content)
        {
            var it = new SchoolReference();
            it.Set("kind", "pseudonym");
            it.Set("number", content);
            return it;
        }

        /// <summary>What it holds where it is `pseudonym`; null where it is not.</summary>
        public long? AsPseudonym
        {
            get { return Is("kind", "pseudonym") ? Get("number", Json.Whole) : default(long?); }
        }
    }

    /// <summary>A term of one school year, as people name it: the spring term of 2026/27.</summary>
    public sealed class SchoolTerm : View
    {
        public SchoolTerm() { }

        public SchoolTerm(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The calendar year in which the school year begins.</summary>
        public long? SchoolYear
        {
            get { return Get("school_year", Json.Whole); }
            set { Set("school_year", value); }
        }

        /// <summary>Which term of it.</summary>
        public string Term
        {
            get { return Get("term", Json.Text); }
            set { Set("term", value); }
        }
    }

    /// <summary>What stands above the seal.</summary>
    public sealed class Seal : View
    {
        public Seal() { }

        public Seal(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>How many entries.</summary>
        public long? Events
        {
            get { return Get("events", Json.Whole); }
            set { Set("events", value); }
        }

        /// <summary>SHA-256 over their lines, each with its line feed, in hex.</summary>
        public string Sha256
        {
            get { return Get("sha256", Json.Text); }
            set { Set("sha256", value); }
        }
    }

    /// <summary>A command as it travels, with its circumstances.</summary>
    public sealed class SentCommand : View
    {
        public SentCommand() { }

        public SentCommand(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Who acts.</summary>
        public string Actor
        {
            get { return Get("actor", Json.Text); }
            set { Set("actor", value); }
        }

        /// <summary>When it takes effect, in civil time.</summary>
        public string At
        {
            get { return Get("at", Json.Text); }
            set { Set("at", value); }
        }

        /// <summary>What is asked.</summary>
        public NetworkCommand Command
        {
            get { return Get("command", Json.ViewOf(fields => new NetworkCommand(fields))); }
            set { Set("command", value); }
        }

        /// <summary>The last place that the sender saw in each of these streams.</summary>
        public Dictionary<string, long?> Expected
        {
            get { return Get("expected", Json.MapOf(Json.Whole)); }
            set { Set("expected", value); }
        }

        /// <summary>Facts of the embedder's own rules that hold.</summary>
        public List<string> Facts
        {
            get { return Get("facts", Json.ListOf(Json.Text)); }
            set { Set("facts", value); }
        }

        /// <summary>The command's id: sent twice under one id, it is done once.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>Where text about it is kept.</summary>
        public string Note
        {
            get { return Get("note", Json.Text); }
            set { Set("note", value); }
        }

        /// <summary>For whom, if not for themselves.</summary>
        public string OnBehalfOf
        {
            get { return Get("on_behalf_of", Json.Text); }
            set { Set("on_behalf_of", value); }
        }

        /// <summary>Why, from the protocol's vocabulary.</summary>
        public string Reason
        {
            get { return Get("reason", Json.Text); }
            set { Set("reason", value); }
        }

        /// <summary>When it was recorded; where absent, as it takes effect.</summary>
        public string Recorded
        {
            get { return Get("recorded", Json.Text); }
            set { Set("recorded", value); }
        }

        /// <summary>The roles in which they act.</summary>
        public List<string> Roles
        {
            get { return Get("roles", Json.ListOf(Json.Text)); }
            set { Set("roles", value); }
        }

        /// <summary>The school to which the actor belongs.</summary>
        public string School
        {
            get { return Get("school", Json.Text); }
            set { Set("school", value); }
        }

        /// <summary>Whether it is an urgent override.</summary>
        public bool? Urgent
        {
            get { return Get("urgent", Json.Flag); }
            set { Set("urgent", value); }
        }
    }

    /// <summary>A request as it is sent.</summary>
    public sealed class SentRequest : View
    {
        public SentRequest() { }

        public SentRequest(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The deployment it is about, if it is about one.</summary>
        public string Deployment
        {
            get { return Get("deployment", Json.Text); }
            set { Set("deployment", value); }
        }

        /// <summary>What is asked for.</summary>
        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        /// <summary>The role of whoever is asked.</summary>
        public string Of
        {
            get { return Get("of", Json.Text); }
            set { Set("of", value); }
        }

        /// <summary>The request.</summary>
        public string Request
        {
            get { return Get("request", Json.Text); }
            set { Set("request", value); }
        }
    }

    /// <summary>An objective as it is set.</summary>
    public sealed class SetObjectiveFor : View
    {
        public SetObjectiveFor() { }

        public SetObjectiveFor(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>What it is about, where that is narrower or wider than the need.</summary>
        public string Area
        {
            get { return Get("area", Json.Text); }
            set { Set("area", value); }
        }

        /// <summary>The need it is for.</summary>
        public string Need
        {
            get { return Get("need", Json.Text); }
            set { Set("need", value); }
        }

        /// <summary>The objective.</summary>
        public string Objective
        {
            get { return Get("objective", Json.Text); }
            set { Set("objective", value); }
        }
    }

    /// <summary>How serious a need is.</summary>
    public static class Severity
    {
        /// <summary>Help would be welcome.</summary>
        public const string Low = "low";
        /// <summary>Help is needed this year.</summary>
        public const string Moderate = "moderate";
        /// <summary>Help is needed this term.</summary>
        public const string High = "high";
        /// <summary>Help is needed now.</summary>
        public const string Urgent = "urgent";
    }

    /// <summary>A minimum that the plan does not keep.</summary>
    public sealed class ShortEntry : View
    {
        public ShortEntry() { }

        public ShortEntry(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Units that there are.</summary>
        public long? Found
        {
            get { return Get("found", Json.Whole); }
            set { Set("found", value); }
        }

        /// <summary>The giver's id.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>Whose.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>Units that there should be at least.</summary>
        public long? Minimum
        {
            get { return Get("minimum", Json.Whole); }
            set { Set("minimum", value); }
        }

        /// <summary>The taker's id.</summary>
        public string Taker
        {
            get { return Get("taker", Json.Text); }
            set { Set("taker", value); }
        }
    }

    /// <summary>A load below its minimum.</summary>
    public sealed class ShortLoad : View
    {
        public ShortLoad() { }

        public ShortLoad(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Units that there are.</summary>
        public long? Found
        {
            get { return Get("found", Json.Whole); }
            set { Set("found", value); }
        }

        /// <summary>Whose.</summary>
        public string Id
        {
            get { return Get("id", Json.Text); }
            set { Set("id", value); }
        }

        /// <summary>Units that there should be at least.</summary>
        public long? Minimum
        {
            get { return Get("minimum", Json.Whole); }
            set { Set("minimum", value); }
        }
    }

    /// <summary>What evidence tells.</summary>
    public static class Side
    {
        /// <summary>What happened.</summary>
        public const string What = "what";
        /// <summary>Why.</summary>
        public const string Why = "why";
    }

    /// <summary>The sides of a placement.</summary>
    public static class Side2
    {
        /// <summary>The school, or central team, that would help.</summary>
        public const string Giver = "giver";
        /// <summary>The school that would be helped.</summary>
        public const string Taker = "taker";
    }

    /// <summary>A whole network in one value: its protocols and its log.
    ///
    /// It holds no state beside the lines: restoring it folds them, and takes as long as that. Entries of erased
    /// cycles are not in it.</summary>
    public sealed class Snapshot : View
    {
        public Snapshot() { }

        public Snapshot(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The form of what it keeps; another form is not restored.</summary>
        public string Form
        {
            get { return Get("form", Json.Text); }
            set { Set("form", value); }
        }

        /// <summary>The lines of the log.</summary>
        public List<string> Lines
        {
            get { return Get("lines", Json.ListOf(Json.Text)); }
            set { Set("lines", value); }
        }

        /// <summary>The protocols, whole.</summary>
        public Opening Opening
        {
            get { return Get("opening", Json.ViewOf(fields => new Opening(fields))); }
            set { Set("opening", value); }
        }

        /// <summary>How many lines, and their hash.</summary>
        public Seal Seal
        {
            get { return Get("seal", Json.ViewOf(fields => new Seal(fields))); }
            set { Set("seal", value); }
        }
    }

    /// <summary>A span of time in one explicit unit, counted by
    /// `SchoolCalendar::after`.</summary>
    public sealed class Span : View
    {
        public Span() { }

        public Span(Dictionary<string, object> fields) : base(fields) { }

        public long? Count
        {
            get { return Get("count", Json.Whole); }
            set { Set("count", value); }
        }

        public string Unit
        {
            get { return Get("unit", Json.Text); }
            set { Set("unit", value); }
        }

        /// <summary>Calendar days.</summary>
        public static Span OfDays(long? content)
        {
            var it = new Span();
            it.Set("unit", "days");
            it.Set("count", content);
            return it;
        }

        /// <summary>What it holds where it is `days`; null where it is not.</summary>
        public long? AsDays
        {
            get { return Is("unit", "days") ? Get("count", Json.Whole) : default(long?); }
        }

        /// <summary>Mondays to Fridays that are no bank holidays.</summary>
        public static Span OfWorkingDays(long? content)
        {
            var it = new Span();
            it.Set("unit", "working_days");
            it.Set("count", content);
            return it;
        }

        /// <summary>What it holds where it is `working_days`; null where it is not.</summary>
        public long? AsWorkingDays
        {
            get { return Is("unit", "working_days") ? Get("count", Json.Whole) : default(long?); }
        }

        /// <summary>Days on which schools teach.</summary>
        public static Span OfSchoolDays(long? content)
        {
            var it = new Span();
            it.Set("unit", "school_days");
            it.Set("count", content);
            return it;
        }

        /// <summary>What it holds where it is `school_days`; null where it is not.</summary>
        public long? AsSchoolDays
        {
            get { return Is("unit", "school_days") ? Get("count", Json.Whole) : default(long?); }
        }

        /// <summary>Weeks that hold a school day.</summary>
        public static Span OfSchoolWeeks(long? content)
        {
            var it = new Span();
            it.Set("unit", "school_weeks");
            it.Set("count", content);
            return it;
        }

        /// <summary>What it holds where it is `school_weeks`; null where it is not.</summary>
        public long? AsSchoolWeeks
        {
            get { return Is("unit", "school_weeks") ? Get("count", Json.Whole) : default(long?); }
        }

        /// <summary>Halves of a term, up to their last school day.</summary>
        public static Span OfHalfTerms(long? content)
        {
            var it = new Span();
            it.Set("unit", "half_terms");
            it.Set("count", content);
            return it;
        }

        /// <summary>What it holds where it is `half_terms`; null where it is not.</summary>
        public long? AsHalfTerms
        {
            get { return Is("unit", "half_terms") ? Get("count", Json.Whole) : default(long?); }
        }

        /// <summary>Terms, up to their last school day.</summary>
        public static Span OfTerms(long? content)
        {
            var it = new Span();
            it.Set("unit", "terms");
            it.Set("count", content);
            return it;
        }

        /// <summary>What it holds where it is `terms`; null where it is not.</summary>
        public long? AsTerms
        {
            get { return Is("unit", "terms") ? Get("count", Json.Whole) : default(long?); }
        }
    }

    /// <summary>With whom a leader builds relations.</summary>
    public static class Stakeholder
    {
        /// <summary>Those who work at the school.</summary>
        public const string Staff = "staff";
        /// <summary>Parents and carers.</summary>
        public const string Parents = "parents";
        /// <summary>Pupils.</summary>
        public const string Pupils = "pupils";
    }

    /// <summary>Who may do a step, and when.</summary>
    public sealed class Step : View
    {
        public Step() { }

        public Step(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Conditions that must hold, beside those of the law.</summary>
        public List<object> Guards
        {
            get { return Get("guards", Json.ListOf(Json.Any)); }
            set { Set("guards", value); }
        }

        /// <summary>Roles that are told when it was done.</summary>
        public List<string> Notify
        {
            get { return Get("notify", Json.ListOf(Json.Text)); }
            set { Set("notify", value); }
        }

        /// <summary>Who may do it although some of the conditions do not hold, with a reason code.</summary>
        public Override Override
        {
            get { return Get("override", Json.ViewOf(fields => new Override(fields))); }
            set { Set("override", value); }
        }

        /// <summary>Reasons among which one is chosen for it; any of the protocol's where none is named.</summary>
        public List<string> Reasons
        {
            get { return Get("reasons", Json.ListOf(Json.Text)); }
            set { Set("reasons", value); }
        }

        /// <summary>Roles that may. A report of fact needs none.</summary>
        public List<string> Roles
        {
            get { return Get("roles", Json.ListOf(Json.Text)); }
            set { Set("roles", value); }
        }
    }

    /// <summary>Lines of a stored log.</summary>
    public sealed class StoredLines : View
    {
        public StoredLines() { }

        public StoredLines(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The lines in order, each as it was stored; a seal may be the last.</summary>
        public List<string> Lines
        {
            get { return Get("lines", Json.ListOf(Json.Text)); }
            set { Set("lines", value); }
        }
    }

    /// <summary>Days on which the school does not work.</summary>
    public sealed class Strike : View
    {
        public Strike() { }

        public Strike(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The first.</summary>
        public string From
        {
            get { return Get("from", Json.Text); }
            set { Set("from", value); }
        }

        /// <summary>The last.</summary>
        public string To
        {
            get { return Get("to", Json.Text); }
            set { Set("to", value); }
        }
    }

    /// <summary>In what form support comes to a school: the kind of a deployment.</summary>
    public static class SupportKind
    {
        /// <summary>A leader above a head of school, usually over several schools.</summary>
        public const string ExecutiveLeader = "executive_leader";
        /// <summary>An experienced leader in the head's own post.</summary>
        public const string SubstantiveHead = "substantive_head";
        /// <summary>A specialist or middle leader, who teaches, models and coaches.</summary>
        public const string SpecialistLeader = "specialist_leader";
        /// <summary>A coach, of whose sessions only dates and counts are known.</summary>
        public const string Coach = "coach";
        /// <summary>A programme of collaborative professional development and learning.</summary>
        public const string CpdlProgramme = "cpdl_programme";
        /// <summary>An intervention for the pupils who need it.</summary>
        public const string PupilIntervention = "pupil_intervention";
    }

    /// <summary>What is supposed of a need's observations, which are told by their place among those recorded, from 0.</summary>
    public sealed class Supposition : View
    {
        public Supposition() { }

        public Supposition(Dictionary<string, object> fields) : base(fields) { }

        public string Kind
        {
            get { return Get("kind", Json.Text); }
            set { Set("kind", value); }
        }

        public object Of
        {
            get { return Get("of", Json.Any); }
            set { Set("of", value); }
        }

        /// <summary>They had not been made.</summary>
        public static Supposition OfWithout(List<long?> content)
        {
            var it = new Supposition();
            it.Set("kind", "without");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `without`; null where it is not.</summary>
        public List<long?> AsWithout
        {
            get { return Is("kind", "without") ? Get("of", Json.ListOf(Json.Whole)) : default(List<long?>); }
        }

        /// <summary>One had been rated otherwise.</summary>
        public static Supposition OfRated(Rerated content)
        {
            var it = new Supposition();
            it.Set("kind", "rated");
            it.Set("of", content);
            return it;
        }

        /// <summary>What it holds where it is `rated`; null where it is not.</summary>
        public Rerated AsRated
        {
            get { return Is("kind", "rated") ? Get("of", Json.ViewOf(fields => new Rerated(fields))) : default(Rerated); }
        }
    }

    /// <summary>A task of a protocol.</summary>
    public sealed class Task : View
    {
        public Task() { }

        public Task(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Tasks that come before it.</summary>
        public List<string> After
        {
            get { return Get("after", Json.ListOf(Json.Text)); }
            set { Set("after", value); }
        }

        /// <summary>Its code.</summary>
        public string Code
        {
            get { return Get("code", Json.Text); }
            set { Set("code", value); }
        }

        /// <summary>When it is due, counted from the day on which it could first be done.</summary>
        public Span Due
        {
            get { return Get("due", Json.ViewOf(fields => new Span(fields))); }
            set { Set("due", value); }
        }

        /// <summary>How much later it still counts as done in time.</summary>
        public Span Grace
        {
            get { return Get("grace", Json.ViewOf(fields => new Span(fields))); }
            set { Set("grace", value); }
        }

        /// <summary>Conditions that must hold before it is done.</summary>
        public List<object> Guards
        {
            get { return Get("guards", Json.ListOf(Json.Any)); }
            set { Set("guards", value); }
        }

        /// <summary>What people call it.</summary>
        public string Label
        {
            get { return Get("label", Json.Text); }
            set { Set("label", value); }
        }

        /// <summary>The milestone it belongs to, if it belongs to one.</summary>
        public string Milestone
        {
            get { return Get("milestone", Json.Text); }
            set { Set("milestone", value); }
        }

        /// <summary>Whether a milestone is reached without it, too.</summary>
        public bool? Optional
        {
            get { return Get("optional", Json.Flag); }
            set { Set("optional", value); }
        }

        /// <summary>What it can come to, each with its label; none where it is only done or not.</summary>
        public Dictionary<string, string> Outcomes
        {
            get { return Get("outcomes", Json.MapOf(Json.Text)); }
            set { Set("outcomes", value); }
        }

        /// <summary>When reminders go out, counted from the same day.</summary>
        public List<Span> Remind
        {
            get { return Get("remind", Json.ListOf(Json.ViewOf(fields => new Span(fields)))); }
            set { Set("remind", value); }
        }

        /// <summary>Roles that may do it.</summary>
        public List<string> Roles
        {
            get { return Get("roles", Json.ListOf(Json.Text)); }
            set { Set("roles", value); }
        }

        /// <summary>Branches on which it is asked for; on all where there is none.</summary>
        public List<Branch> When
        {
            get { return Get("when", Json.ListOf(Json.ViewOf(fields => new Branch(fields)))); }
            set { Set("when", value); }
        }
    }

    /// <summary>Who reviews.</summary>
    public sealed class Team : View
    {
        public Team() { }

        public Team(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Who leads it.</summary>
        public Reviewer Lead
        {
            get { return Get("lead", Json.ViewOf(fields => new Reviewer(fields))); }
            set { Set("lead", value); }
        }

        /// <summary>The peers beside the lead.</summary>
        public List<Reviewer> Peers
        {
            get { return Get("peers", Json.ListOf(Json.ViewOf(fields => new Reviewer(fields)))); }
            set { Set("peers", value); }
        }

        /// <summary>The review.</summary>
        public string Review
        {
            get { return Get("review", Json.Text); }
            set { Set("review", value); }
        }
    }

    /// <summary>Who makes up a review team.</summary>
    public sealed class TeamRule : View
    {
        public TeamRule() { }

        public TeamRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Whether no two of them may come from one school.</summary>
        public bool? DifferentSchools
        {
            get { return Get("different_schools", Json.Flag); }
            set { Set("different_schools", value); }
        }

        /// <summary>Peers beside the lead, at least.</summary>
        public long? LeastPeers
        {
            get { return Get("least_peers", Json.Whole); }
            set { Set("least_peers", value); }
        }

        /// <summary>Peers beside the lead, at most, if that is limited.</summary>
        public long? MostPeers
        {
            get { return Get("most_peers", Json.Whole); }
            set { Set("most_peers", value); }
        }
    }

    /// <summary>One term: its first and last day, and the break in its middle.</summary>
    public sealed class Term : View
    {
        public Term() { }

        public Term(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its first day.</summary>
        public string From
        {
            get { return Get("from", Json.Text); }
            set { Set("from", value); }
        }

        /// <summary>The first and last day of the half-term break, both inside the term.</summary>
        public List<object> HalfTerm
        {
            get { return Get("half_term", Json.ListOf(Json.Any)); }
            set { Set("half_term", value); }
        }

        /// <summary>Which term of the school year.</summary>
        public string Name
        {
            get { return Get("name", Json.Text); }
            set { Set("name", value); }
        }

        /// <summary>Its last day.</summary>
        public string To
        {
            get { return Get("to", Json.Text); }
            set { Set("to", value); }
        }
    }

    /// <summary>A term of the school year.</summary>
    public static class TermName
    {
        /// <summary>September to December.</summary>
        public const string Autumn = "autumn";
        /// <summary>January to Easter.</summary>
        public const string Spring = "spring";
        /// <summary>Easter to July.</summary>
        public const string Summer = "summer";
    }

    /// <summary>Demand that the plan does not meet.</summary>
    public sealed class UnmetDemand : View
    {
        public UnmetDemand() { }

        public UnmetDemand(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Why.</summary>
        public string Reason
        {
            get { return Get("reason", Json.Text); }
            set { Set("reason", value); }
        }

        /// <summary>The taker's id.</summary>
        public string Taker
        {
            get { return Get("taker", Json.Text); }
            set { Set("taker", value); }
        }

        /// <summary>How many units.</summary>
        public long? Units
        {
            get { return Get("units", Json.Whole); }
            set { Set("units", value); }
        }
    }

    /// <summary>Why some of a taker's demand stays unmet.</summary>
    public static class UnmetReason
    {
        /// <summary>No pair names this taker.</summary>
        public const string NoCandidate = "no_candidate";
        /// <summary>Pairs name this taker, but every one that is left is forbidden.</summary>
        public const string Forbidden = "forbidden";
        /// <summary>Pairs name this taker, but in every one that is left, and not forbidden, the two are too far apart.</summary>
        public const string TooFar = "too_far";
        /// <summary>Every possible giver helps already, and gives at most one unit.</summary>
        public const string TooFewCandidates = "too_few_candidates";
        /// <summary>The possible givers that do not help yet have no capacity at all.</summary>
        public const string NoCapacity = "no_capacity";
        /// <summary>A group that the taker lies in receives all that it can together.</summary>
        public const string GroupFull = "group_full";
        /// <summary>Everybody who could still help serves the same team already, and nobody serves twice in one.</summary>
        public const string InTeamAlready = "in_team_already";
        /// <summary>Those who could still help have capacity left, and none within a group that they share with others.</summary>
        public const string SharedCapacityTaken = "shared_capacity_taken";
        /// <summary>The capacity of the other possible givers goes to needs that gain more from it.</summary>
        public const string CapacityTaken = "capacity_taken";
        /// <summary>The pairs left would lower the score; under `Objective::Score` only.</summary>
        public const string NoGain = "no_gain";
    }

    /// <summary>A required pair that is not used.</summary>
    public sealed class UnusedPair : View
    {
        public UnusedPair() { }

        public UnusedPair(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The giver's id.</summary>
        public string Giver
        {
            get { return Get("giver", Json.Text); }
            set { Set("giver", value); }
        }

        /// <summary>The taker's id.</summary>
        public string Taker
        {
            get { return Get("taker", Json.Text); }
            set { Set("taker", value); }
        }
    }

    /// <summary>A power used after an escalation.</summary>
    public sealed class UsedPower : View
    {
        public UsedPower() { }

        public UsedPower(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The concern.</summary>
        public string Concern
        {
            get { return Get("concern", Json.Text); }
            set { Set("concern", value); }
        }

        /// <summary>Which power of the protocol.</summary>
        public string Power
        {
            get { return Get("power", Json.Text); }
            set { Set("power", value); }
        }
    }

    /// <summary>A post that became vacant.</summary>
    public sealed class Vacancy : View
    {
        public Vacancy() { }

        public Vacancy(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>The post.</summary>
        public string Post
        {
            get { return Get("post", Json.Text); }
            set { Set("post", value); }
        }

        /// <summary>The first day without anybody in it.</summary>
        public string Since
        {
            get { return Get("since", Json.Text); }
            set { Set("since", value); }
        }
    }

    /// <summary>What a plan achieves, or what no plan can exceed.
    ///
    /// Minimum loads and required pairs come first: the fewer units short, the better. Then, under
    /// `Objective::Coverage`, more units come before any score; under `Objective::Score` a higher score
    /// comes before any units.</summary>
    public sealed class Value : View
    {
        public Value() { }

        public Value(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Sum of the scores of the pairs used; under `Objective::LeastChange` each pair that stays counts the
        /// price of a change more.</summary>
        public object Score
        {
            get { return Get("score", Json.Any); }
            set { Set("score", value); }
        }

        /// <summary>Units by which minimum loads are missed, and required pairs that are not used.</summary>
        public long? Short
        {
            get { return Get("short", Json.Whole); }
            set { Set("short", value); }
        }

        /// <summary>Units of demand met.</summary>
        public long? Units
        {
            get { return Get("units", Json.Whole); }
            set { Set("units", value); }
        }
    }

    /// <summary>How long a review visit takes, in school days. One that is told without a last day takes one.</summary>
    public sealed class VisitRule : View
    {
        public VisitRule() { }

        public VisitRule(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>School days, at least.</summary>
        public long? LeastDays
        {
            get { return Get("least_days", Json.Whole); }
            set { Set("least_days", value); }
        }

        /// <summary>School days, at most, if that is limited.</summary>
        public long? MostDays
        {
            get { return Get("most_days", Json.Whole); }
            set { Set("most_days", value); }
        }
    }

    /// <summary>A stretch that is kept free, such as tests or exams; what it keeps out, the protocol says.</summary>
    public sealed class Window : View
    {
        public Window() { }

        public Window(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>Its first day.</summary>
        public string From
        {
            get { return Get("from", Json.Text); }
            set { Set("from", value); }
        }

        /// <summary>Why it is protected. Several windows can bear one name: exams come back every year.</summary>
        public string Name
        {
            get { return Get("name", Json.Text); }
            set { Set("name", value); }
        }

        /// <summary>Its last day, still protected.</summary>
        public string To
        {
            get { return Get("to", Json.Text); }
            set { Set("to", value); }
        }
    }

    /// <summary>How much is asked of a school at most, and when it is left alone. What is not set is not limited.</summary>
    public sealed class Workload : View
    {
        public Workload() { }

        public Workload(Dictionary<string, object> fields) : base(fields) { }

        /// <summary>School days at the end of each term in which there is no visit.</summary>
        public long? EndOfTerm
        {
            get { return Get("end_of_term", Json.Whole); }
            set { Set("end_of_term", value); }
        }

        /// <summary>How long before a visit its day is told.</summary>
        public Span Notice
        {
            get { return Get("notice", Json.ViewOf(fields => new Span(fields))); }
            set { Set("notice", value); }
        }

        /// <summary>Requests that wait for an answer at once.</summary>
        public long? OpenRequests
        {
            get { return Get("open_requests", Json.Whole); }
            set { Set("open_requests", value); }
        }

        /// <summary>Windows of the calendar in which there is no visit.</summary>
        public List<string> Protected
        {
            get { return Get("protected", Json.ListOf(Json.Text)); }
            set { Set("protected", value); }
        }

        /// <summary>Visits in a term.</summary>
        public long? VisitsInTerm
        {
            get { return Get("visits_in_term", Json.Whole); }
            set { Set("visits_in_term", value); }
        }

        /// <summary>Visits in a term in which one person is lead or peer, within this cycle.</summary>
        public long? VisitsInTermEach
        {
            get { return Get("visits_in_term_each", Json.Whole); }
            set { Set("visits_in_term_each", value); }
        }

        /// <summary>Visits in a school year, which begins with August.</summary>
        public long? VisitsInYear
        {
            get { return Get("visits_in_year", Json.Whole); }
            set { Set("visits_in_year", value); }
        }
    }
}
