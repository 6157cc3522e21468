export namespace app {
	
	export interface Candidate {
	    name: string;
	    origin: string;
	    url: string;
	    licence: string;
	    file: string;
	    bytes: number;
	    memory: number;
	    french: string;
	    tried: string;
	    fits: boolean;
	    recommended: boolean;
	    draft_seconds: number;
	    measured: boolean;
	}
	export interface Advice {
	    machine: review.Machine;
	    candidates: Candidate[];
	}
	export interface Answer {
	    id: number;
	    at: string;
	    question: string;
	    follows: number;
	    answer: review.Statement[];
	    abstained: boolean;
	    reason: string;
	    writer: string;
	    model: string;
	    removed: number;
	    near: review.Hit[];
	}
	export interface AnswerPage {
	    answers: Answer[];
	    next: number;
	}
	export interface BatchCard {
	    batch: number;
	    format: string;
	    read: number;
	    added: number;
	    updated: number;
	    duplicates: number;
	    rejected: number;
	    with_reply: number;
	    at: string;
	    undone_at: string;
	    waiting: number;
	}
	export interface BatchPage {
	    batches: BatchCard[];
	    waiting: number;
	}
	
	export interface Card {
	    id: number;
	    state: string;
	    sentiment: string;
	    title: string;
	    excerpt: string;
	    written_at: string;
	    due_at: string;
	    days_left: number;
	    subject: string;
	    answered_elsewhere: boolean;
	    title_marks: review.Span[];
	    marks: review.Span[];
	}
	export interface Choices {
	    people: string[];
	    structures: string[];
	}
	export interface Event {
	    at: string;
	    action: string;
	    from: string;
	    to: string;
	    by: string;
	    reason: string;
	    reply: number;
	}
	export interface Finding {
	    rule: string;
	    severity: string;
	    start: number;
	    end: number;
	    message: string;
	    repair?: string;
	}
	export interface Version {
	    number: number;
	    greeting: string;
	    body: string;
	    closing: string;
	    signature: string;
	    text: string;
	    writer: string;
	    model: string;
	    by: string;
	    written_at: string;
	    partial: boolean;
	    sources: review.Passage[];
	    findings: Finding[];
	    wish: review.Wish;
	    prompted: boolean;
	    rejected: string;
	}
	export interface Notice {
	    kind: string;
	    message: string;
	}
	export interface Personal {
	    kind: string;
	    start: number;
	    end: number;
	}
	export interface Point {
	    number: number;
	    start: number;
	    end: number;
	}
	export interface Sheet {
	    id: number;
	    state: string;
	    sentiment: string;
	    title: string;
	    excerpt: string;
	    written_at: string;
	    due_at: string;
	    days_left: number;
	    subject: string;
	    answered_elsewhere: boolean;
	    title_marks: review.Span[];
	    marks: review.Span[];
	    source: string;
	    external_id: string;
	    version: number;
	    text: string;
	    author: string;
	    posted_as: string;
	    themes: review.Theme[];
	    channels: string[];
	    structure: string;
	    typology: string;
	    tags: string[];
	    earlier_reply: string;
	}
	export interface Dossier {
	    review: Sheet;
	    points: Point[];
	    personal: Personal[];
	    notices: Notice[];
	    reply?: Version;
	    versions: Version[];
	    history: Event[];
	    allowed: string[];
	    limit: number;
	    assignee: string;
	    until: string;
	}
	export interface Edition {
	    id: number;
	    version: number;
	    reply: number;
	    greeting: string;
	    body: string;
	    closing: string;
	    signature: string;
	}
	
	export interface Exported {
	    exported: number;
	    path: string;
	}
	export interface Fault {
	    code: string;
	    message: string;
	    hint: string;
	}
	export interface PreviewRow {
	    rejected: string;
	    line: number;
	    written_at: string;
	    title: string;
	    excerpt: string;
	    sentiment: string;
	    author: string;
	    answered: boolean;
	}
	export interface FilePreview {
	    path: string;
	    name: string;
	    format: string;
	    confidence: number;
	    candidates: review.Guess[];
	    container: string;
	    encoding: string;
	    columns: review.Column[];
	    fields: string[];
	    rows: PreviewRow[];
	}
	export interface Filters {
	    overdue: boolean;
	    asleep: boolean;
	    findings: boolean;
	    twins: boolean;
	    sentiments: string[];
	    sources: string[];
	    themes: string[];
	    languages: string[];
	    structure: string;
	    assignee: string;
	    unassigned: boolean;
	    from: string;
	    to: string;
	}
	
	export interface Foreseen {
	    looked: number;
	    whole: boolean;
	    rows: number;
	    added: number;
	    updated: number;
	    duplicates: number;
	    rejected: number;
	    with_reply: number;
	}
	export interface Frames {
	    greeting: string;
	    closings: string[];
	    signatures: string[];
	}
	export interface ImportHow {
	    format: string;
	    mapping: Record<string, string>;
	}
	export interface QueueQuery {
	    tab: string;
	    search: string;
	    filters: Filters;
	    sort: string;
	    after: string;
	    skip: number;
	    limit: number;
	}
	export interface Many {
	    action: string;
	    ids: number[];
	    query: QueueQuery;
	    assignee: string;
	    reason: string;
	}
	export interface MissingSheet {
	    id: number;
	    question: string;
	    asked: number;
	    last_at: string;
	    reviews: number[];
	}
	export interface ModelCard {
	    name: string;
	    hash: string;
	    bytes: number;
	    parameters: number;
	    quantisation: string;
	    context: number;
	    licence: string;
	    memory: number;
	    imported_at: string;
	    measured: boolean;
	    reads: number;
	    writes: number;
	    draft_s: number;
	    chosen: boolean;
	    embeds: boolean;
	}
	export interface ModelPage {
	    runtime: review.RuntimeStatus;
	    models: ModelCard[];
	    fault?: Fault;
	}
	export interface NamedView {
	    name: string;
	    query: QueueQuery;
	}
	
	export interface PackCard {
	    name: string;
	    built_at: string;
	    sheets: number;
	    sources: review.PackSource[];
	}
	
	export interface Phrases {
	    house: string[];
	    contacts: string[];
	}
	
	
	export interface Proof {
	    id: number;
	    at: string;
	    reason: string;
	    by: string;
	    reviews: number;
	    replies: number;
	    quarantined: number;
	    hash: string;
	}
	export interface WaitingRow {
	    id: number;
	    batch: number;
	    format: string;
	    header: string;
	    line: number;
	    reason: string;
	    raw: string;
	}
	export interface QuarantinePage {
	    rows: WaitingRow[];
	    next: number;
	}
	export interface QueuePage {
	    cards: Card[];
	    next: string;
	}
	
	export interface Reason {
	    code: string;
	    label: string;
	}
	export interface Saved {
	    version: number;
	    number: number;
	    saved_at: string;
	    findings: Finding[];
	}
	export interface Setting {
	    key: string;
	    kind: string;
	    value: string;
	    choices: string[];
	    label: string;
	    help: string;
	}
	
	export interface SheetAlert {
	    id: number;
	    at: string;
	    review: number;
	    number: number;
	    state: string;
	    what: string;
	    sheet: string;
	    kind: string;
	    title: string;
	    before: string;
	    after: string;
	    lost: boolean;
	}
	export interface WriterStatus {
	    name: string;
	    available: boolean;
	    detail: string;
	}
	export interface Status {
	    version: string;
	    profile: string;
	    service: string;
	    person: string;
	    language: string;
	    writer: string;
	    writers: WriterStatus[];
	    counts: Record<string, number>;
	    late: number;
	    four_eyes: boolean;
	    exports_dir: string;
	}
	export interface TaskCard {
	    id: number;
	    title: string;
	    state: string;
	    ahead: boolean;
	    tries: number;
	    reason: string;
	}
	export interface TaskPage {
	    paused: string;
	    waiting: number;
	    failed: number;
	    running?: TaskCard;
	    left_s: number;
	    finish_at: string;
	    next: TaskCard[];
	    failing: TaskCard[];
	}
	
	

}

export namespace desk {
	
	export interface Past {
	    review: number;
	    said: string;
	    body: string;
	    draft: string;
	    written_at: string;
	    changed: number;
	}
	export interface Retried {
	    tried: number;
	    taken: number;
	}
	export interface ShownPrompt {
	    system: string;
	    user: string;
	    exact: boolean;
	    tokens: number;
	    left_out: review.LeftOut;
	}

}

export namespace figures {
	
	export interface Changes {
	    nothing: number;
	    quarter: number;
	    half: number;
	    more: number;
	}
	export interface Days {
	    mean?: number;
	    median?: number;
	    n: number;
	}
	export interface Drafts {
	    writer: string;
	    kept: number;
	    edited: number;
	    rejected: number;
	    mean_change?: number;
	    median_kept?: number;
	    changes: Changes;
	}
	export interface Visitors {
	    useful: number;
	    useless: number;
	}
	export interface Satisfaction {
	    useful: number;
	    n: number;
	    share?: number;
	}
	export interface Writers {
	    by_model: number;
	    by_trame: number;
	    by_hand: number;
	}
	export interface Figures {
	    reviews: number;
	    answered: number;
	    replies: Writers;
	    assisted_share?: number;
	    answering_days: Days;
	    satisfaction: Satisfaction;
	    earlier_satisfaction: Satisfaction;
	    drafts: Drafts[];
	    visitors: Visitors;
	}
	export interface Period {
	    from: string;
	    reviews: number;
	    by_model: number;
	    by_trame: number;
	    by_hand: number;
	    median_days?: number;
	}
	
	

}

export namespace review {
	
	export interface Calendar {
	    days: number;
	    working: boolean;
	    moselle: boolean;
	}
	export interface Column {
	    name: string;
	    field?: string;
	    dropped: boolean;
	    example: string;
	}
	export interface Expiry {
	    source: string;
	    state: string;
	    months: number;
	    reviews: number;
	    quarantined: number;
	}
	export interface Expired {
	    clocks: Expiry[];
	    ids: number[];
	    quarantined: number[];
	}
	
	export interface Found {
	    n: number;
	    more: boolean;
	}
	export interface Guess {
	    format: string;
	    confidence: number;
	}
	export interface Hit {
	    sheet: string;
	    kind: string;
	    title: string;
	    url: string;
	    date: string;
	    passage: string;
	    heading: string[];
	    score: number;
	    bears: boolean;
	}
	export interface LeftOut {
	    runes?: number;
	    passages?: number;
	    examples?: number;
	}
	export interface Machine {
	    memory: number;
	    free: number;
	    cores: number;
	    instructions: string[];
	    bandwidth: number;
	}
	export interface PackSource {
	    name: string;
	    licence: string;
	    date: string;
	    hash: string;
	    sheets: number;
	    unread: number;
	}
	export interface Passage {
	    sheet: string;
	    kind: string;
	    title: string;
	    url: string;
	    date: string;
	    passage: string;
	}
	export interface Report {
	    batch: number;
	    format: string;
	    read: number;
	    added: number;
	    updated: number;
	    duplicates: number;
	    rejected: number;
	    with_reply: number;
	}
	export interface RuntimeStatus {
	    bundled: boolean;
	    present: boolean;
	    running: boolean;
	    version: string;
	    pid: number;
	    address: string;
	    model: string;
	    memory: number;
	    warm_for_s: number;
	    cache_reuse?: number;
	}
	export interface Section {
	    heading: string[];
	    text: string;
	}
	export interface Sheet {
	    sheet: string;
	    kind: string;
	    title: string;
	    url: string;
	    date: string;
	    summary: string;
	    path: string[];
	    source: string;
	    licence: string;
	    pack: string;
	    sections: Section[];
	}
	export interface Span {
	    start: number;
	    end: number;
	}
	export interface Statement {
	    text: string;
	    case: string[];
	    sources: Passage[];
	}
	export interface Theme {
	    name: string;
	    sentiment: string;
	}
	export interface Traces {
	    reviews: number[];
	    quarantined: number[];
	}
	export interface Wish {
	    length?: string;
	    warmer?: boolean;
	    precise?: boolean;
	    french?: boolean;
	}

}

