import './base.css';
import './options.css';
