import './base.css';
import './follow-up.css';
import './log.css';
import './popup.css';
