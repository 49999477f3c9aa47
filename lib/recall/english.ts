/** One matter that sales talk is about. */
export interface Subject {
  /** Words that stand for it: `*` is any ending, `_` a space or hyphen. One may stand for several subjects. */
  words: string;
  /** Products of it: a log that says one is about it, but who asks for one asks for no other. */
  products?: string;
  /** What a log of it could say: recall looks for what is near to that, too. */
  example: string;
}

/**
 * What sales talk is about: whoever asks for "vendor paperwork" means the questionnaire of
 * procurement, and no word of the one is in the other.
 */
export const subjects: Subject[] = [
  {
    words:
      'pric* cost* expensive pricey cheap* overpriced afford* quote* quotation* fee fees tariff* rate rates sticker_shock worth',
    example: 'Said our price is too high. It costs too much.',
  },
  {
    words:
      'discount* rebate* reduc* percent money_off concession* cheaper half_price better_price lower_price special_rate come_down',
    example: 'Asked for a discount, wants it cheaper.',
  },
  {
    words:
      'budget* money fund funds funding financ* spend* spent cash fiscal freeze frozen capex opex afford* invest*',
    example: 'There is no budget for it at the moment; money comes later.',
  },
  {
    words:
      'pay paid payment* bill billed billing invoic* instal* prepay* up_front upfront in_advance monthly quarterly yearly annual* a_year per_month',
    example: 'Wants to pay in instalments, invoice per month.',
  },
  {
    words:
      'approv* sign_off signs_off decid* decision* authori* boss cfo ceo coo cto director board committee final_say last_word budget_holder veto* permission_from go_through sign_it',
    example: 'The boss has to approve it and makes the final decision.',
  },
  {
    words:
      'legal lawyer* attorney* counsel contract* clause* liabil* redline* terms agreement* msa dpa paragraph* wording negotiat*',
    example: 'Their legal department wants changes to the contract.',
  },
  {
    words:
      'procure* purchas* questionnaire* tender rfp rfi vendor_assessment supplier_assessment vendor_form* paperwork due_diligence buying_department',
    example: 'Procurement wants forms filled in before they buy.',
  },
  {
    words:
      'secur* penetration pen_test* soc_2 iso iso27001 encrypt* infosec ciso hack* breach* audit* certificat* complian* vulnerab* backup* data_protection',
    example: 'Asked about security and how data is protected.',
  },
  {
    words:
      'residen* host hosted hosting server servers data_cent* where_the_data stored storage sovereign* abroad cloud on_prem*',
    example: 'Asked in which country the data is stored.',
  },
  {
    words:
      'privacy gdpr works_council union consent* personal_data confidential* recording* employee_data who_can_read data_protection',
    example: 'Worried about the privacy of employees.',
  },
  {
    words:
      'sso single_sign* log_in login* password* authenticat* identity saml company_account credential* two_factor mfa',
    products: 'okta',
    example: 'Wants to sign in with the existing company login.',
  },
  {
    words:
      'compet* rival* alternative* other_vendor* another_vendor* other_provider* other_supplier* second_offer looking_at evaluat* shortlist* compar* incumbent* the_other_lot',
    products: 'gong salesloft outreach clari chorus',
    example: 'They are also talking to a competitor of ours.',
  },
  {
    words:
      'incumbent* present_supplier current_supplier current_provider current_vendor existing_contract present_contract existing_supplier locked_in* tied bound notice_period expir* contract_end* contract_runs',
    example: 'They still have a contract with their current supplier.',
  },
  {
    words:
      'in_house homegrown home_grown build_it build_their* build_some* built_it themselves on_their_own own_tool own_solution developer* engineer* programmer* diy',
    example: 'Their developers could build it themselves.',
  },
  {
    words:
      'migrat* mov* import* transfer* legacy old_system old_data old_records records convert* bring_over carry_over existing_data database',
    example: 'All old data has to be moved over from the previous system.',
  },
  {
    words:
      'integrat* connect* api apis sync* crm erp webhook* write_back writes_back interface* plug* other_systems',
    products: 'salesforce hubspot sap outlook slack',
    example: 'It has to work with their CRM and other systems.',
  },
  {
    words:
      'reliab* time_out timed_out timeout* crash* fail* freez* froze outage* bug bugs error* broke* unstable glitch* technical_problem* technical_issue* went_down',
    example: 'It broke down and showed errors while they tested it.',
  },
  {
    words: 'slow* speed perform* second seconds loading lag lags latency fast faster',
    example: 'It was too slow.',
  },
  {
    words:
      'mobile phone phones smartphone* tablet* app on_the_road in_the_field field travel* ios android device* offline',
    example: 'They work on the move with phones and tablets.',
  },
  {
    words: 'language* french german spanish italian dutch japanese english translat* locali*',
    example: 'They need it in another language.',
  },
  {
    words:
      'adopt* use_it uses_it using_it will_use buy_in resist* habit* typing refuse* reluctan* hate hates another_tool one_more_thing logs_in usage acceptance',
    example: "Fears that people won't use it and refuse to change habits.",
  },
  {
    words:
      'train training trained teach* learn* coach* workshop* course* up_to_speed enablement e_learning tutorial*',
    example: 'Asked who gives the users training.',
  },
  {
    words:
      'support helpdesk hotline ticket* customer_service response_time* night around_the_clock 24_7 help',
    example: 'Wants quick help from support when something goes wrong.',
  },
  {
    words: 'uptime up_time downtime sla availability guarantee* outage* penalty failover',
    example: 'A failure of the service costs them a lot, wants a guarantee.',
  },
  {
    words:
      'roi return_on payback pay_back earn* saving savings save business_case calculat* value benefit* worth_it break_even',
    example: 'The business case convinced them, it pays for itself.',
  },
  {
    words:
      'praise* love* best great impress* excit* enthus* feedback positive happy delight* compliment* laugh* good_mood pleased thrilled well_received liked',
    example: 'Loved it and was full of praise.',
  },
  {
    words: 'pilot* trial* test tests tested testing try tries tried proof_of_concept poc',
    example: 'Some people will try it out for a few weeks.',
  },
  {
    words:
      'verbal* commit* said_yes agree agreed shook_hands handshake go_ahead green_light wants_to_buy will_buy signing signature on_board',
    example: 'Said yes, they will buy it.',
  },
  {
    words:
      'reference* case_stud* another_customer other_customer* existing_customer* existing_client* other_client* testimonial* success_stor*',
    example: 'Wants a reference: a customer who uses it already.',
  },
  {
    words: 'proposal* offer* quote* quotation* in_writing',
    example: 'Asked for an offer.',
  },
  {
    words:
      'owe owed promis* i_will we_will i_said i_still to_do todo open_task* follow_up action_item* on_our_side get_back_with send_him send_them forgot*',
    example: 'I promised to send something and still have to do it.',
  },
  {
    words:
      'introduc* intro connect_me connect_us meet_the head_of put_me_in_touch put_us_in_touch stakeholder* access_to more_people other_people involve*',
    example: 'Will introduce me to other people in the company.',
  },
  {
    words:
      'voicemail* answering_machine pick_up picked_up reach reached unreachable could_not_reach no_answer no_pick attempt* left_a_message mailbox no_show*',
    example: 'Called and nobody picked up.',
  },
  {
    words:
      'silen* ghost* no_reply no_answer no_response not_replied unanswered quiet chas* disappear* stopped_answering not_answer*',
    example: 'No reply to my mails.',
  },
  {
    words:
      'leaves_the leaving left_the leave_the quit quits resign* champion* sponsor* advocate* supporter* depart* moves_on moved_on new_job another_company our_contact changes_jobs successor',
    example: 'Our contact is leaving the company.',
  },
  {
    words:
      'reorgani* restructur* leadership new_director new_ceo new_cfo new_boss new_manager new_head new_chief new_management successor replaced takes_over change_at_the_top',
    example: 'There is a new boss who reviews everything.',
  },
  {
    words: 'acqui* merg* bought_by takeover take_over sold_to parent_company',
    example: 'The company was bought by another one.',
  },
  {
    words:
      'lost chose went_with somebody_else someone_else decided_against reject* not_interested turned_us_down cancel*',
    example: 'They decided for somebody else.',
  },
  {
    words:
      'annoy* angry anger frustrat* upset irritat* cool curt rude bad_mood mood tone impatien* disappoint* sulk* unfriendly',
    example: 'Was annoyed and unfriendly on the call.',
  },
  {
    words: 'good_mood mood laugh* friendly cheerful warm jok* relaxed fun',
    example: 'Was in a good mood and laughed.',
  },
  {
    words:
      'pain pains problem* challenge* losing lose loses struggl* chaos forget* headache* drown* suffer* solve wast*',
    example: 'Their problem is that information gets lost.',
  },
  {
    words:
      'current_process process* today on_paper spreadsheet* excel notes manual* by_hand workflow* sticky_notes',
    example: 'Today they do it by hand in spreadsheets.',
  },
  {
    words:
      'grow* hire hires hiring expan* recruit* new_office new_branch opens open_a doubl* headcount',
    example: 'They are growing and hiring people.',
  },
  {
    words:
      'layoff* lay_off laid_off let_go redundan* downsiz* cost_cut* cutting_costs hiring_freeze job_cuts cut_jobs austerity',
    example: 'They save costs and lay off people.',
  },
  {
    words:
      'timing timeline* delay* late slip slips slipped months weeks took too_long so_long how_long waiting schedule* patience push*_back',
    example: 'It takes too long, they fear delays.',
  },
  {
    words:
      'deadline* must_be in_time time_pressure urgent* urgency hurry rush due_date cut_off hard_stop at_the_latest',
    example: 'There is a deadline, it has to be ready by a fixed date.',
  },
  {
    words: 'decision_date decide_on decide_by decision_on when_will board_meets decision_is_due',
    example: 'They will decide on a date soon.',
  },
  {
    words:
      'postpon* later come_back after_the_holidays again_in next_year next_quarter not_now on_hold follow_up call_again in_spring in_autumn put_off pushed_to delayed_until get_in_touch_again',
    example: 'Asked to call again later.',
  },
  {
    words:
      'onboard* implement* roll_out rollout* go_live go*_live goes_live going_live deploy* set_up setup launch* introduction_of get_started kick_off',
    example: 'Getting started and going live takes time.',
  },
  {
    words: 'phase* step_by_step one_team start_small start_with gradual* in_stages small_start',
    example: 'Wants to start with a small team and extend it later.',
  },
  {
    words:
      'permission* rights role roles restrict* allowed may_see who_can who_may access_rights visib* admin*',
    example: 'Not everybody may see everything.',
  },
  {
    words: 'lock_in locked_in get_out leave_us export* exit switch_away dependen*',
    example: 'Is afraid of a lock-in, wants to leave with all data.',
  },
  {
    words:
      'ai artificial machine* computer* algorithm* hallucinat* made_up robot* automat* summar*',
    example: 'Does not trust artificial intelligence.',
  },
  {
    words: 'trust distrust mistrust scepti* skepti* believe* doubt* suspicio*',
    example: 'Does not believe it.',
  },
  {
    words:
      'start_up* startup* stability bankrupt* insolv* survive* too_small young_company small_company small_vendor our_size how_big track_record burnt burned years_in_business',
    example: 'Afraid that our company is too small or may close.',
  },
  {
    words: 'report* dashboard* chart* analytic* kpi kpis metric* statistic* graph*',
    example: 'Wants figures and charts for management.',
  },
  {
    words: 'seat seats licen* user users how_many number_of headcount',
    example: 'Needs it for a number of users.',
  },
  {
    words: 'charit* non_profit nonprofit* ngo foundation donat*',
    example: 'Asked for a price for charities.',
  },
  {
    words:
      'concern* worr* doubt* fear* afraid scare* nervous hesita* push*_back object* reservation* wary scepti* skepti* anxi* uneasy risk* complain* critici*',
    example: 'Is worried about it.',
  },
];
